package studio.ctnr.engine.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import studio.ctnr.container.KeyPath;
import studio.ctnr.container.WindowsPath;
import studio.ctnr.container.hive.RegistryValue;
import studio.ctnr.engine.change.CaptureProcess;
import studio.ctnr.engine.change.ChangeKind;
import studio.ctnr.engine.change.ChangeSet;
import studio.ctnr.engine.change.FakeChanges;
import studio.ctnr.engine.change.FileChange;
import studio.ctnr.engine.change.RegistryChange;
import studio.ctnr.engine.change.Writing;
import studio.ctnr.engine.rules.Rule.Conditions;
import studio.ctnr.engine.rules.Rule.Type;

class SelectionTest {
    private final FakeChanges changes = new FakeChanges(Path.of("unused"));

    @Test
    void whatNoRuleKnowsIsIncluded() throws IOException {
        changes.file("C:\\App\\a.exe", 1).value("HKLM\\Software\\App", "v", "x");
        assertThat(included(RuleSet.NONE)).containsExactly("C:\\App\\a.exe", "HKLM\\Software\\App@v");
        assertThat(selection(RuleSet.NONE).files().findFirst().orElseThrow().verdict())
                .isEqualTo(Verdict.DEFAULT);
    }

    @Test
    void theMoreSpecificRuleDecidesWhateverTheOrder() throws IOException {
        changes.file("C:\\App\\docs\\a.txt", 1)
                .file("C:\\App\\docs\\keep\\b.txt", 1)
                .file("C:\\App\\x.tmp", 1);
        Rule general = rule("general", Outcome.EXCLUDE, "C:\\App\\docs");
        Rule special = rule("special", Outcome.INCLUDE, "C:\\App\\docs\\keep\\**");
        Rule named = rule("named", Outcome.EXCLUDE, "*.tmp");
        Rule app = rule("app", Outcome.INCLUDE, "C:\\App");
        List<String> expected = List.of("C:\\App\\docs\\keep\\b.txt", "C:\\App\\x.tmp");
        assertThat(included(general, special, named, app)).isEqualTo(expected);
        assertThat(included(app, named, special, general)).isEqualTo(expected);
    }

    @Test
    void ofEquallySpecificRulesTheLaterDecides() throws IOException {
        changes.file("C:\\App\\a.txt", 1);
        Rule out = rule("out", Outcome.EXCLUDE, "C:\\App\\*.txt");
        Rule in = rule("in", Outcome.INCLUDE, "C:\\App\\*.TXT");
        assertThat(included(out, in)).hasSize(1);
        assertThat(included(in, out)).isEmpty();
    }

    @Test
    void theEngineerWinsOverCloserRules() throws IOException {
        changes.file("C:\\App\\docs\\a.txt", 1);
        Rule close = rule("close", Outcome.EXCLUDE, "C:\\App\\docs\\a.txt");
        Rule mine = new Decision(Outcome.INCLUDE, "C:\\App", Optional.empty(), "").rule("verdicts.yml:2");
        assertThat(included(mine, close)).hasSize(1);
        Verdict verdict = selection(new RuleSet(List.of(mine, close)))
                .files()
                .findFirst()
                .orElseThrow()
                .verdict();
        assertThat(verdict.source()).isEqualTo(Verdict.Source.ENGINEER);
        assertThat(verdict.rule()).isEqualTo("verdicts.yml:2");
    }

    @Test
    void anAddedFolderGoesWithAllThatWasInIt() throws IOException {
        changes.folder("C:\\A")
                .folder("C:\\A\\B")
                .file("C:\\A\\B\\x.log", 1)
                .folder("C:\\A\\Empty")
                .folder("C:\\C")
                .file("C:\\C\\x.log", 1);
        assertThat(included(rule("log", Outcome.EXCLUDE, "*.log"))).containsExactly("C:\\A", "C:\\A\\Empty");
        assertThat(selection(new RuleSet(List.of(rule("log", Outcome.EXCLUDE, "*.log"))))
                        .files()
                        .filter(judged -> judged.verdict().equals(Verdict.EMPTY))
                        .map(judged -> judged.change().path().toString()))
                .containsExactly("C:\\A\\B", "C:\\C");
    }

    @Test
    void anExcludedFolderStaysForWhatIsIncludedInIt() throws IOException {
        changes.folder("C:\\A").folder("C:\\A\\B").file("C:\\A\\B\\keep", 1).file("C:\\A\\out", 1);
        assertThat(included(rule("a", Outcome.EXCLUDE, "C:\\A"), rule("k", Outcome.INCLUDE, "C:\\A\\B\\keep")))
                .containsExactly("C:\\A", "C:\\A\\B", "C:\\A\\B\\keep");
    }

    @Test
    void aChangedFolderIsNotDecidedByItsContent() throws IOException {
        WindowsPath folder = WindowsPath.of("C:\\A");
        var state = changes.folder("C:\\Z").files().findFirst().orElseThrow().after();
        FakeChanges own = new FakeChanges(Path.of("unused"))
                .add(new FileChange(folder, state, state))
                .file("C:\\A\\x.log", 1);
        assertThat(included(own, rule("log", Outcome.EXCLUDE, "*.log"))).containsExactly("C:\\A");
    }

    @Test
    void keysAndValuesAreDecidedTogetherUnlessAValueIsNamed() throws IOException {
        changes.key("HKCU\\K")
                .value("HKCU\\K", "a", "1")
                .value("HKCU\\K", "MRUList", "2")
                .key("HKCU\\K\\Sub")
                .value("HKCU\\K\\Sub", "MRUList", "3");
        Conditions mru = Conditions.NONE.withValue(Optional.of("MRU*"));
        Rule value = new Rule(verdict("mru", Outcome.EXCLUDE), Subject.REGISTRY, List.of("HKCU\\K"), mru);
        assertThat(included(value)).containsExactly("HKCU\\K", "HKCU\\K@a", "HKCU\\K\\Sub", "HKCU\\K\\Sub@MRUList");
        Rule deep = new Rule(verdict("mru", Outcome.EXCLUDE), Subject.REGISTRY, List.of("HKCU\\K\\**"), mru);
        assertThat(included(deep)).containsExactly("HKCU\\K", "HKCU\\K@a");
        Rule key = new Rule(verdict("k", Outcome.EXCLUDE), Subject.REGISTRY, List.of("HKCU\\K"), Conditions.NONE);
        assertThat(included(key)).isEmpty();
    }

    @Test
    void dataKindTypeAndExpressionsAreConditions() throws IOException {
        changes.value("HKCU\\K", "n", "msiexec /x")
                .value("HKCU\\K", new RegistryValue("o", 4, new byte[] {42, 0, 0, 0}))
                .folder("C:\\x.tmp")
                .file("C:\\x.tmp\\y", 1)
                .file("C:\\z.tmp", 1);
        Rule data = new Rule(
                verdict("d", Outcome.EXCLUDE),
                Subject.REGISTRY,
                List.of("HKCU\\K"),
                new Conditions(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of("^[no]$"),
                        Optional.empty(),
                        Optional.of("^(msiexec|42$)"),
                        Set.of(ChangeKind.ADDED),
                        Optional.empty(),
                        WrittenBy.ANYBODY));
        Rule file = new Rule(
                verdict("f", Outcome.EXCLUDE),
                Subject.FILES,
                List.of("*.tmp"),
                new Conditions(
                        Optional.of("tmp$"),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Set.of(),
                        Optional.of(Type.FILE),
                        WrittenBy.ANYBODY));
        assertThat(included(data, file)).containsExactly("C:\\x.tmp", "C:\\x.tmp\\y");
    }

    @Test
    void whatAProgramMadeIsMeantByItsNameOrByThatOfOneThatLedToIt() throws IOException {
        made(1, OptionalInt.empty(), "C:\\setup.exe")
                .process(process(2, OptionalInt.of(1), "C:\\temp\\Updater-7.exe"))
                .process(process(3, OptionalInt.of(2), "C:\\windows\\reg.exe"))
                .file("C:\\App\\nobody", 1)
                .add(file("C:\\App\\by-setup", 1))
                .add(file("C:\\App\\by-updater", 2))
                .add(new RegistryChange.OfKey(KeyPath.of("HKCU\\by-reg"), ChangeKind.ADDED)
                        .with(Optional.of(new Writing(3, FakeChanges.TIME))));
        Rule updater = written(Subject.FILES, "C:\\App", Optional.of("updater*.exe"), Optional.empty());
        assertThat(included(updater)).containsExactly("C:\\App\\nobody", "C:\\App\\by-setup", "HKCU\\by-reg");
        Rule setup = written(Subject.FILES, "**", Optional.of("SETUP.EXE"), Optional.empty());
        assertThat(included(setup)).containsExactly("C:\\App\\nobody", "C:\\App\\by-updater", "HKCU\\by-reg");
        Rule below = written(Subject.FILES, "**", Optional.empty(), Optional.of("setup.exe"));
        assertThat(included(below)).containsExactly("C:\\App\\nobody", "C:\\App\\by-setup", "HKCU\\by-reg");
        Rule keys = written(Subject.REGISTRY, "HKCU", Optional.of("reg.exe"), Optional.of("setup.exe"));
        assertThat(included(keys)).doesNotContain("HKCU\\by-reg").hasSize(3);
        Rule other = written(Subject.REGISTRY, "HKCU", Optional.of("reg.exe"), Optional.of("reg.exe"));
        assertThat(included(other)).hasSize(4);
        Rule closer = rule("closer", Outcome.INCLUDE, "C:\\App\\by-updater");
        assertThat(included(updater, closer)).hasSize(4);
        assertThat(included(rule("as close", Outcome.INCLUDE, "C:\\App"), updater))
                .hasSize(3);
        assertThat(included(updater, rule("as close", Outcome.INCLUDE, "C:\\App")))
                .hasSize(3);
    }

    private FakeChanges made(int id, OptionalInt parent, String image) {
        return changes.process(process(id, parent, image));
    }

    private static CaptureProcess process(int id, OptionalInt parent, String image) {
        return new CaptureProcess(
                id, parent, id, image, image, FakeChanges.TIME, Optional.empty(), OptionalLong.empty());
    }

    private static FileChange file(String path, int process) {
        return new FileChange(WindowsPath.of(path), Optional.empty(), Optional.of(FakeChanges.state(1)))
                .with(Optional.of(new Writing(process, FakeChanges.TIME)));
    }

    private static Rule written(Subject subject, String pattern, Optional<String> process, Optional<String> parent) {
        return new Rule(
                verdict("written", Outcome.EXCLUDE),
                subject,
                List.of(pattern),
                Conditions.NONE.withWrittenBy(new WrittenBy(process, parent)));
    }

    @Test
    void variablesMeanTheCaptureMachinesPlaces() throws IOException {
        changes.file("C:\\users\\tester\\AppData\\Local\\Temp\\a", 1)
                .file("C:\\users\\tester\\AppData\\Roaming\\b", 1)
                .file("C:\\windows\\c", 1)
                .value("HKLM\\Software\\Wow6432Node\\X", "v", "1")
                .value("HKU\\S-1-5-21-1-2-3-1000\\X", "v", "1");
        assertThat(included(
                        rule("t", Outcome.EXCLUDE, "%TEMP%"),
                        rule("a", Outcome.EXCLUDE, "%AppData%\\*"),
                        rule("w", Outcome.EXCLUDE, "%WINDIR%"),
                        rule("s", Outcome.EXCLUDE, "HKLM\\Software\\X"),
                        rule("u", Outcome.EXCLUDE, "HKU\\%USERSID%")))
                .isEmpty();
    }

    private static Rule rule(String id, Outcome outcome, String pattern) {
        return new Rule(verdict(id, outcome), Subject.of(pattern), List.of(pattern), Conditions.NONE);
    }

    private static Verdict verdict(String id, Outcome outcome) {
        return new Verdict(outcome, Verdict.Source.RULE, id, "Topic", "reason");
    }

    private Selection selection(RuleSet rules) throws IOException {
        return Selection.of(changes, rules);
    }

    private List<String> included(Rule... rules) throws IOException {
        return included(new RuleSet(List.of(rules)));
    }

    private List<String> included(RuleSet rules) throws IOException {
        return included(changes, rules.rules().toArray(Rule[]::new));
    }

    private static List<String> included(ChangeSet changes, Rule... rules) throws IOException {
        Selection selection = Selection.of(changes, new RuleSet(List.of(rules)));
        return Stream.concat(
                        selection
                                .files()
                                .filter(Judged::included)
                                .map(judged -> judged.change().path().toString()),
                        selection.registry().filter(Judged::included).map(judged -> name(judged.change())))
                .toList();
    }

    private static String name(RegistryChange change) {
        return change instanceof RegistryChange.OfValue value
                ? value.key() + "@" + value.name()
                : change.key().toString();
    }
}
