/// What bounds the work one pattern can cause, whoever wrote it and whatever it reads.
package enum PatternLimits {
    /// UTF-8 bytes of a pattern's source.
    package static let sourceBytes = 512
    /// The largest number in `{m,n}`.
    package static let repetitions = 100
    /// Groups inside groups.
    package static let nesting = 20
    /// Named groups.
    package static let captures = 16
    /// States of the compiled automaton, which is what `{m,n}` inside `{m,n}` multiplies.
    package static let states = 2_000
    /// Unicode scalars of a text; no pattern takes a longer one.
    package static let textScalars = 4_096
    /// Pairs of states looked at when two patterns are compared.
    package static let pairs = 1_000_000
}
