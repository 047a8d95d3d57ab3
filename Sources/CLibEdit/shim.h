#include <stdlib.h>
#include <string.h>
#include <editline/readline.h>

// Swift cannot assign C's mutable globals under strict concurrency, so this does.
static inline void parley_set_completion(rl_completion_func_t *function) {
    rl_attempted_completion_function = function;
}

static inline void parley_no_file_completion(void) {
    rl_attempted_completion_over = 1;
}
