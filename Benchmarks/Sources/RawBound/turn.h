#pragma once

#include <stdint.h>

#include "trace.h"

/// Makes the contacts, as the last turn of the conversation would leave them.
void turns_start(const struct trace *trace);
/// Does everything of turn `number` inside the open transaction: the contacts take turns.
void do_turn(int64_t number, int64_t now);
/// Commits what was done since `begin`.
void commit_turns(int64_t now);
