/// Bounds on what the matcher reads; a command is short.
package enum CommandLimits {
    /// Of longer texts only both ends are read, in Unicode scalars.
    package static let textLength = 1600
    /// How much of the end of a text with too many words or scalars is read, in Unicode scalars.
    package static let tailLength = 320
    /// A listed word with only courtesy around it, in words altogether.
    package static let courtesyMessageWords = 14
    /// A message in which a listed word at either end still counts as probable.
    package static let shortMessageWords = 6
    /// Words looked at in search of an explicit request.
    package static let scannedWords = 64
    /// Longest run without spaces (Han, kana, hangul) that is cut into listed words.
    package static let segmentedRun = 40
}
