/* The same few keys three times: what the host has, what a container has over it, and what both make together. */
#include "checks.h"

#include <stdio.h>
#include <stdlib.h>

static void failed(const char *what, const wchar_t *key, LSTATUS error)
{
    fprintf(stderr, "%s %ls: %ld\n", what, key, error);
    exit(1);
}

static void text(HKEY in, const wchar_t *key, const wchar_t *name, const wchar_t *data)
{
    HKEY made;
    LSTATUS error = RegCreateKeyExW(in, key, 0, NULL, 0, KEY_ALL_ACCESS, NULL, &made, NULL);
    if (!error && data)
        error = set_text(made, name, data);
    if (error)
        failed("make", key, error);
    RegCloseKey(made);
}

static void without(HKEY in, const wchar_t *key, const wchar_t *value)
{
    LSTATUS error = value ? RegDeleteKeyValueW(in, key, value) : RegDeleteTreeW(in, key);
    if (error)
        failed("delete", key, error);
}

static void number(HKEY in, const wchar_t *key, const wchar_t *name, DWORD value)
{
    RegSetKeyValueW(in, key, name, REG_DWORD, &value, sizeof value);
}

static void only_host(HKEY in)
{
    text(in, L"hostkey", L"", L"default of the host");
    text(in, L"hostkey", L"a", L"one");
    number(in, L"hostkey", L"b", 5);
    text(in, L"hostkey\\sub1", NULL, NULL);
    text(in, L"hostkey\\sub2", L"x", L"of sub2");
    text(in, L"emptykey", NULL, NULL);
}

static void only_container(HKEY in)
{
    text(in, L"ownkey", L"", L"default of the container");
    text(in, L"ownkey", L"a", L"container");
    text(in, L"ownkey\\inner", L"y", L"inner");
}

void make_host(HKEY in)
{
    only_host(in);
    text(in, L"bothkey", L"low", L"low");
    text(in, L"bothkey", L"both", L"low, and longer than what lies over it");
    text(in, L"bothkey", L"gone", L"gone");
    text(in, L"bothkey\\low", L"v", L"low");
    text(in, L"bothkey\\both", L"v", L"low");
    text(in, L"bothkey\\both", L"w", L"low");
    text(in, L"bothkey\\gone", L"v", L"gone");
    text(in, L"gonekey", L"x", L"gone");
    text(in, L"gonetree\\sub", L"x", L"gone");
    text(in, L"redone", L"old", L"old");
    text(in, L"redone", L"same", L"low");
    text(in, L"redone\\old", L"x", L"old");
    text(in, L"redone\\same", L"x", L"low");
}

void make_container(HKEY in)
{
    only_container(in);
    text(in, L"bothkey", L"high", L"high");
    text(in, L"bothkey", L"both", L"high");
    without(in, L"bothkey", L"gone");
    text(in, L"bothkey\\high", L"v", L"high");
    text(in, L"bothkey\\both", L"v", L"high");
    without(in, L"bothkey\\gone", NULL);
    without(in, L"gonekey", NULL);
    without(in, L"gonetree", NULL);
    without(in, L"redone", NULL);
    text(in, L"redone", L"new", L"new");
    text(in, L"redone", L"same", L"high");
    text(in, L"redone\\same", L"y", L"high");
}

void make_merged(HKEY in)
{
    only_host(in);
    only_container(in);
    text(in, L"bothkey", L"low", L"low");
    text(in, L"bothkey", L"both", L"high");
    text(in, L"bothkey", L"high", L"high");
    text(in, L"bothkey\\low", L"v", L"low");
    text(in, L"bothkey\\both", L"v", L"high");
    text(in, L"bothkey\\both", L"w", L"low");
    text(in, L"bothkey\\high", L"v", L"high");
    text(in, L"redone", L"new", L"new");
    text(in, L"redone", L"same", L"high");
    text(in, L"redone\\same", L"y", L"high");
}
