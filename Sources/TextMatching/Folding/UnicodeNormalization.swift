// The standard library keeps its normalisation forms private; this is the one file of the pure
// modules that borrows Foundation's.
private import Foundation

/// The Unicode normalisation forms folding needs (UAX #15).
enum UnicodeNormalization {
    /// NFKC.
    static func compatibilityComposed(_ text: String) -> String {
        text.precomposedStringWithCompatibilityMapping
    }

    /// NFD.
    static func decomposed(_ text: String) -> String {
        text.decomposedStringWithCanonicalMapping
    }

    /// NFC.
    static func composed(_ text: String) -> String {
        text.precomposedStringWithCanonicalMapping
    }
}
