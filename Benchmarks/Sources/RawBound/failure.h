#pragma once

#include <stdbool.h>

/// Ends the program with a sentence on standard error.
_Noreturn void fail(const char *what);

static inline void expect(bool holds, const char *what)
{
    if (!holds) {
        fail(what);
    }
}
