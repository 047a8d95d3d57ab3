import Glibc

/// What standard output is, and whether colour belongs there.
package enum Terminal {
    package static var isOutput: Bool { isatty(STDOUT_FILENO) == 1 }
    package static var isInput: Bool { isatty(STDIN_FILENO) == 1 }

    /// Colour goes to terminals only, and not where `NO_COLOR` is set (no-color.org).
    package static var hasColor: Bool {
        guard isOutput, let name = unsafe getenv("NO_COLOR") else { return isOutput }
        return unsafe name.pointee == 0
    }
}
