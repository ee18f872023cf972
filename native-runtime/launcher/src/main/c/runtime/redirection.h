/*
 * The redirection of 32-bit processes, which happens behind the calls that are hooked: they say System32 and get
 * SysWOW64. Source: learn.microsoft.com, "File System Redirector".
 */
#pragma once

#include "view.h"

/* The path as a 64-bit process would say it. */
text redirection_follow(scratch *in, text path);
/* A path of a 64-bit process in the words by which this process reaches it. */
text redirection_undo(scratch *in, text path);
