import Clocks

extension Period {
    /// The period as ISO 8601 writes it: `P5Y`, `P18M`, `PT36H`.
    var iso8601: String {
        let days = milliseconds / 86_400_000
        let rest = milliseconds % 86_400_000
        var date = ""
        if months != 0 {
            date += months.isMultiple(of: 12) ? "\(months / 12)Y" : "\(months)M"
        }
        // Days that are also exact hours stay days: a day is 24 hours here.
        if days != 0 { date += "\(days)D" }
        let clock = rest == 0 ? "" : "T" + Self.clock(rest)
        return date.isEmpty && clock.isEmpty ? "PT0S" : "P\(date)\(clock)"
    }

    private static func clock(_ milliseconds: Int64) -> String {
        var text = ""
        let hours = milliseconds / 3_600_000
        let minutes = milliseconds / 60_000 % 60
        let remainder = milliseconds % 60_000
        if hours != 0 { text += "\(hours)H" }
        if minutes != 0 { text += "\(minutes)M" }
        if remainder != 0 {
            let thousandths = remainder % 1000
            let padded = String(String(1000 + thousandths).dropFirst())
            text += "\(remainder / 1000)" + (thousandths == 0 ? "S" : ".\(padded)S")
        }
        return text
    }
}
