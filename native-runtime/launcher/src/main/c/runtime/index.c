#include "index.h"

#include "link.h"
#include "listing.h"
#include "whiteout.h"

/* What a key says of a path; the path and this together are hashed. */
enum {
    ENTRY = 1, /* there is something of that name */
    MARKED,    /* a whiteout stands beside it */
    COVERING,  /* a folder that covers the host's whole folder */
    ELSEWHERE, /* a link of the disk's own: what is below it has other names as well */
    LINKED,    /* a marker stands beside it that may make it a link */
    KNOWN      /* and more: all names of the folder are in, as of a generation */
};

static const uint64_t FNV_BASIS = 0xcbf29ce484222325, FNV_PRIME = 0x100000001b3;

uint64_t index_hash(uint64_t before, text part)
{
    for (size_t i = 0; i < part.length; i++)
        before = (before ^ text_upper(part.at[i])) * FNV_PRIME;
    return before;
}

/* The finalizer of splitmix64 (Steele, Lea, Flood 2014). */
static uint64_t key_of(uint64_t path, uint32_t says)
{
    uint64_t key = path + says * 0x9e3779b97f4a7c15;
    key = (key ^ key >> 30) * 0xbf58476d1ce4e5b9;
    key = (key ^ key >> 27) * 0x94d049bb133111eb;
    key ^= key >> 31;
    return key ? key : 1;
}

static uint32_t known_in(int32_t generation)
{
    return KNOWN + (uint32_t)generation;
}

bool index_has(uint64_t path, uint32_t says)
{
    const session_index *index = session_index_of(session);
    uint64_t key = key_of(path, says);
    for (uint32_t slot = (uint32_t)key;; slot++) {
        uint64_t here = index->slots[slot % INDEX_SLOTS];
        if (here == key)
            return true;
        if (!here)
            return false;
    }
}

void index_put(uint64_t path, uint32_t says)
{
    session_index *index = session_index_of(session);
    uint64_t key = key_of(path, says);
    for (uint32_t slot = (uint32_t)key;; slot++) {
        volatile int64_t *at = (volatile int64_t *)&index->slots[slot % INDEX_SLOTS];
        uint64_t here = *(volatile uint64_t *)at;
        if (!here) {
            if (index->used >= INDEX_SLOTS / 4 * 3) {
                InterlockedExchange((volatile LONG *)&index->full, 1);
                return;
            }
            here = (uint64_t)InterlockedCompareExchange64(at, (int64_t)key, 0);
            if (!here)
                InterlockedIncrement((volatile LONG *)&index->used);
        }
        if (!here || here == key)
            return;
    }
}

/* A name in a folder whose path, without a slash at the end, has that hash. */
static void put_name(uint64_t folder, text name, bool link)
{
    static const text PREFIX = {L".wh.", 4};
    if (text_equal(name, TEXT_OF(".wh..wh..opq"))) {
        index_put(folder, COVERING);
        return;
    }
    if (text_starts(name, LINK_PREFIX)) {
        session_index_of(session)->links = 1;
        index_put(index_hash(index_hash(folder, TEXT_OF("\\")), text_after(name, LINK_PREFIX.length)), LINKED);
        return;
    }
    bool marker = whiteout_is_marker(name);
    uint64_t path = index_hash(index_hash(folder, TEXT_OF("\\")), marker ? text_after(name, PREFIX.length) : name);
    index_put(path, marker ? MARKED : ENTRY);
    if (link)
        index_put(path, ELSEWHERE);
}

/* Takes in the names of a folder; false when it can't be said what it has. */
static bool read_folder(text folder, uint64_t path, uint32_t known)
{
    listing names;
    scratch memory;
    scratch_begin(&memory);
    NTSTATUS status = listing_read(name_to_nt(&memory, folder), &names);
    scratch_release(&memory);
    if (status == STATUS_OBJECT_NAME_NOT_FOUND || status == STATUS_OBJECT_PATH_NOT_FOUND)
        names.count = 0;
    else if (status < 0)
        return false;
    for (size_t i = 0; i < names.count; i++)
        put_name(path, names.entries[i]->name, names.entries[i]->attributes & FILE_ATTRIBUTE_REPARSE_POINT);
    if (status >= 0)
        listing_free(&names);
    index_put(path, known);
    return true;
}

static size_t component_end(text path, size_t start)
{
    while (start < path.length && path.at[start] != L'\\')
        start++;
    return start;
}

index_answer index_ask(const place *at)
{
    static const index_answer ANYTHING = {true, true, true};
    const session_index *index = session_index_of(session);
    text path = at->container;
    size_t start = session->root.length, here = at->mapped;
    index_answer answer = {false, false, false};
    if (here >= path.length)
        return (index_answer){true, false, false};
    uint32_t known = known_in(index->generation);
    uint64_t folder = index_hash(FNV_BASIS, text_before(text_after(path, start), here - start));
    while (here < path.length) {
        if (index->full || (!index_has(folder, known) && !read_folder(text_before(path, here), folder, known)))
            return ANYTHING;
        size_t end = component_end(path, here + 1);
        uint64_t inner = index_hash(folder, text_before(text_after(path, here), end - here));
        answer.hidden |= index_has(folder, COVERING) || index_has(inner, MARKED);
        answer.links |= index->links && index_has(inner, LINKED);
        answer.own = index_has(inner, ENTRY);
        if (!answer.own)
            break;
        if (index_has(inner, ELSEWHERE))
            return ANYTHING;
        folder = inner;
        here = end;
    }
    if (index->full) /* it may have become so meanwhile */
        return ANYTHING;
    if (text_last(text_after(path, at->mapped), L'~') != path.length - at->mapped)
        answer.own = answer.hidden = true; /* it may be a short name of another */
    return answer;
}

bool index_may_be_link(text path)
{
    const session_index *index = session_index_of(session);
    text inside = text_after(path, session->root.length);
    return index->full || index_has(index_hash(FNV_BASIS, inside), LINKED);
}

void index_add(text path)
{
    if (!view_is_container(path) || path.length <= session->root.length)
        return;
    path = text_after(path, session->root.length);
    size_t slash = text_last(path, L'\\');
    if (slash < path.length)
        put_name(index_hash(FNV_BASIS, text_before(path, slash)), text_after(path, slash + 1), false);
}

void index_moved(void)
{
    InterlockedIncrement((volatile LONG *)&session_index_of(session)->generation);
}
