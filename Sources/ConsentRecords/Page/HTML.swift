import MessageCatalog

/// Pieces of HTML; a text gets in only escaped.
///
/// INVARIANT: `markup` is made of literals of this module and of texts that went through `text`.
struct HTML: ExpressibleByStringInterpolation {
    private(set) var markup: String

    init(stringLiteral value: String) { markup = value }

    init(stringInterpolation: Interpolation) { markup = stringInterpolation.markup }

    private init(markup: String) { self.markup = markup }

    /// What `"…\(x)…"` puts in: a text escaped, markup as it is.
    struct Interpolation: StringInterpolationProtocol {
        fileprivate var markup = ""

        init(literalCapacity: Int, interpolationCount: Int) {
            markup.reserveCapacity(literalCapacity)
        }

        mutating func appendLiteral(_ literal: String) { markup += literal }

        mutating func appendInterpolation(_ text: String) { markup += HTML.text(text).markup }

        mutating func appendInterpolation(_ html: HTML) { markup += html.markup }

        mutating func appendInterpolation(_ number: some BinaryInteger) {
            markup += String(number)
        }
    }

    /// A text, escaped for elements and for quoted attributes.
    ///
    /// Control characters, which no HTML may have, become U+FFFD; line ends stay.
    static func text(_ text: String) -> HTML {
        var output = ""
        output.reserveCapacity(text.utf8.count)
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": output += "&amp;"
            case "<": output += "&lt;"
            case ">": output += "&gt;"
            case "\"": output += "&quot;"
            case "'": output += "&#39;"
            case "\n", "\t": output.unicodeScalars.append(scalar)
            case "\u{0}"..<"\u{20}", "\u{7F}"..<"\u{A0}": output += "\u{FFFD}"
            default: output.unicodeScalars.append(scalar)
            }
        }
        return HTML(markup: output)
    }

    static func joined(_ parts: some Sequence<HTML>, separator: HTML = "\n") -> HTML {
        HTML(markup: parts.map(\.markup).joined(separator: separator.markup))
    }

    /// A text of unknown direction in the middle of another: it cannot turn its neighbours round.
    static func isolated(_ text: String) -> HTML { "<bdi>\(text)</bdi>" }

    /// A whole text in its language, line breaks kept.
    ///
    /// A locale that is none gives no `lang`, and leaves the direction to the text itself.
    static func quoted(_ text: String, in locale: String) -> HTML {
        guard let tag = LocaleTag(locale) else {
            return #"<blockquote lang="" dir="auto">\#(text)</blockquote>"#
        }
        let direction = tag.isRightToLeft ? "rtl" : "ltr"
        return #"<blockquote lang="\#(tag.text)" dir="\#(direction)">\#(text)</blockquote>"#
    }
}
