/// The bytes of a text that leave ink on paper: all but spaces, tabs and line ends.
enum Ink {
    /// Whether two texts have the same ink in the same order.
    static func isSame(_ left: some StringProtocol, _ right: some StringProtocol) -> Bool {
        left.utf8.lazy.filter(isInk).elementsEqual(right.utf8.lazy.filter(isInk))
    }

    static func isIn(_ text: some StringProtocol) -> Bool { text.utf8.contains(where: isInk) }

    private static func isInk(_ byte: UInt8) -> Bool {
        !Byte.isBlankOrBreak(byte) && byte != Byte.carriageReturn
    }
}
