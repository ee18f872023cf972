#include "layer.h"

#include "hook.h"
#include "index.h"
#include "link_follow.h"
#include "whiteout.h"

void object_at(object *result, const OBJECT_ATTRIBUTES *like, text nt_path)
{
    result->name = text_unicode(nt_path);
    if (like)
        result->attributes = *like;
    else
        InitializeObjectAttributes(&result->attributes, NULL, OBJ_CASE_INSENSITIVE, NULL, NULL);
    result->attributes.RootDirectory = NULL;
    result->attributes.ObjectName = &result->name;
}

NTSTATUS attributes_of(text nt_path, ULONG *attributes)
{
    object target;
    file_basic basic;
    object_at(&target, NULL, nt_path);
    NTSTATUS status = real.NtQueryAttributesFile(&target.attributes, &basic);
    *attributes = status >= 0 ? basic.FileAttributes : 0;
    return status;
}

bool handle_is_folder(HANDLE file)
{
    file_standard standard = {0};
    IO_STATUS_BLOCK io;
    return real.NtQueryInformationFile(file, &io, &standard, sizeof standard, FileStandardInformation) >= 0
        && standard.Directory;
}

void place_from(scratch *in, const name *name, place *result)
{
    *result = (place){.name = *name, .mode = view_mode(name->view)};
    result->container = view_to_container(in, name->view, &result->mapped);
}

bool place_of(scratch *in, const OBJECT_ATTRIBUTES *attributes, bool itself, place *result)
{
    name name;
    result->outside.length = 0;
    return name_of(in, attributes, &name) && link_follow(in, &name, itself, result);
}

text place_in_container(scratch *in, const place *at)
{
    text slash = at->name.slash ? TEXT_OF("\\") : TEXT_OF("");
    return text_join(in, 4, TEXT_OF("\\??\\"), at->container, slash, at->name.stream);
}

bool place_parent(scratch *in, const place *at, place *parent)
{
    text view = at->name.view;
    if (view.length <= 2)
        return false;
    name folder = {.view = text_before(view, text_last(view, L'\\'))};
    place_from(in, &folder, parent);
    return true;
}

bool place_is_hidden(scratch *in, const place *at)
{
    return at->mode == MODE_ISOLATED || (index_ask(at).hidden && whiteout_hides(in, at));
}

bool status_is_missing(NTSTATUS status)
{
    return status == STATUS_OBJECT_NAME_NOT_FOUND || status == STATUS_OBJECT_PATH_NOT_FOUND
        || status == STATUS_NO_SUCH_FILE || status == STATUS_NOT_A_DIRECTORY;
}

static NTSTATUS host_attributes(scratch *in, const place *at, ULONG *attributes)
{
    name base = at->name;
    base.stream.length = 0;
    base.slash = false;
    return attributes_of(name_on_host(in, &base), attributes);
}

bool place_has_host(scratch *in, const place *at)
{
    ULONG attributes;
    return at->mode != MODE_ISOLATED && !status_is_missing(host_attributes(in, at, &attributes)) && !place_is_hidden(in, at);
}

/* A plain disk tells a missing name from a missing folder. */
static NTSTATUS missing_status(scratch *in, const place *at)
{
    place parent;
    found there;
    if (!place_parent(in, at, &parent))
        return STATUS_OBJECT_PATH_NOT_FOUND;
    place_find(in, &parent, &there);
    return there.layer != LAYER_NONE && (there.attributes & FILE_ATTRIBUTE_DIRECTORY) ? STATUS_OBJECT_NAME_NOT_FOUND
                                                                                        : STATUS_OBJECT_PATH_NOT_FOUND;
}

void place_find(scratch *in, const place *at, found *result)
{
    index_answer known = at->mode == MODE_MERGED ? index_ask(at) : (index_answer){true, true, true};
    result->layer = LAYER_NONE;
    result->attributes = 0;
    result->status = at->refused;
    if (at->refused < 0)
        return;
    if (at->mode != MODE_HOST && known.own) {
        NTSTATUS status = whiteout_is_marker(at->name.view)
                              ? STATUS_OBJECT_NAME_NOT_FOUND
                              : attributes_of(name_to_nt(in, at->container), &result->attributes);
        if (!status_is_missing(status)) {
            result->layer = status >= 0 || status == STATUS_ACCESS_DENIED ? LAYER_CONTAINER : LAYER_NONE;
            result->status = status;
            return;
        }
    }
    if (at->mode != MODE_ISOLATED) {
        NTSTATUS status = host_attributes(in, at, &result->attributes);
        if (!status_is_missing(status)) {
            if (status == STATUS_OBJECT_NAME_INVALID) {
                result->status = status;
                return;
            }
            if (at->mode == MODE_HOST || !known.hidden || !whiteout_hides(in, at)) {
                result->layer = LAYER_HOST;
                return;
            }
        }
    }
    result->attributes = 0;
    result->status = missing_status(in, at);
}

layer place_guess(const place *at)
{
    if (at->mode != MODE_MERGED || at->refused < 0 || whiteout_is_marker(at->name.view))
        return LAYER_NONE;
    index_answer known = at->known;
    return known.own ? LAYER_CONTAINER : known.hidden ? LAYER_NONE : LAYER_HOST;
}
