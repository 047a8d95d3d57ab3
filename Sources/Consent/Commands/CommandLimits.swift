/// Bounds on what the matcher reads; a command is short.
package enum CommandLimits {
    /// Longer texts are never scanned, in Unicode scalars.
    package static let textLength = 1600
    /// A listed word with only courtesy around it, in words altogether.
    package static let courtesyMessageWords = 14
    /// A message in which a listed word at either end still counts as probable.
    package static let shortMessageWords = 6
    /// Words looked at in search of an explicit request.
    package static let scannedWords = 64
    /// Longest run without spaces (Han, kana, hangul) that is cut into listed words.
    package static let segmentedRun = 40
}
