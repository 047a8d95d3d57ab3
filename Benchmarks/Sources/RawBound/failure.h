#pragma once

#include <stdbool.h>

/// Ends the program with a sentence on standard error unless `holds`.
void expect(bool holds, const char *what);
