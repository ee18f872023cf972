/* Names without their case, in the order that the whole project sorts by: by folded UTF-16 units. */
#pragma once
#include <stdbool.h>
#include <stddef.h>
#include <wchar.h>

/* Must be called once, before anything else here. */
void fold_open(void);

wchar_t fold(wchar_t unit);

/* Below, at or above 0, as with wcscmp; names that differ in case only are ordered by their units. */
int fold_compare(const wchar_t *left, size_t left_length, const wchar_t *right, size_t right_length);

/* Whether a folded text fits a folded pattern, in which * stands for any units, back slashes too, and ? for one. */
bool fold_matches(const wchar_t *pattern, const wchar_t *text, size_t length);
