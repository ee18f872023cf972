/*
 * What the tests put in the place of hives that Windows loads, which Wine does not: keys of the user's that stand for the
 * hive's file. Whoever loads the same file has the same keys. The launcher fills them from the file and writes them back to
 * it, with its own reader and writer (launcher.c); other processes find them (library.c).
 */
#pragma once

#include "../../../main/c/runtime/key_calls.h"

/* The keys that stand for the file. With a class they are made when there are none, of that class. */
NTSTATUS stand_in_open(const UNICODE_STRING *file, const UNICODE_STRING *class, HANDLE *root);
unsigned long long stand_in_number(const UNICODE_STRING *file);
