/// Colours for people at a terminal; plain text everywhere else.
package struct Paint: Sendable {
    package enum Ink: String, Sendable {
        case bold = "1"
        case dim = "2"
        case red = "31"
        case green = "32"
        case yellow = "33"
        case blue = "34"
        case cyan = "36"
    }

    private let isOn: Bool

    package init(isOn: Bool = Terminal.hasColor) {
        self.isOn = isOn
    }

    package func callAsFunction(_ text: String, _ ink: Ink) -> String {
        isOn ? "\u{1B}[\(ink.rawValue)m\(text)\u{1B}[0m" : text
    }
}
