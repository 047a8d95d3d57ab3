import Foundation

/// JSON strings for the few objects commands print.
enum JSONText {
    static func quoted(_ text: String) -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .withoutEscapingSlashes
        guard let data = try? encoder.encode(text), let json = String(data: data, encoding: .utf8)
        else { preconditionFailure("a string is always JSON") }
        return json
    }
}
