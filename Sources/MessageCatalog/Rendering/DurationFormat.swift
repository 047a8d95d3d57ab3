/// Writes seconds as `m:ss` or `h:mm:ss`, with thousandths if there are any (`2:03`).
///
/// This is ICU's `duration` format in its numeric form.
enum DurationFormat {
    /// Scalars a duration may have beyond its seconds in plain text (`0.5` → `0:00.500`).
    static let longestGrowth = 5

    static func append(
        _ seconds: DecimalNumber,
        _ conventions: LocaleConventions,
        to text: inout String
    ) {
        let total = seconds.wholeMultiple(of: 1000)
        let (whole, thousandths) = total.magnitude.quotientAndRemainder(dividingBy: 1000)
        let (minutes, second) = whole.quotientAndRemainder(dividingBy: 60)
        if total < 0 { text += conventions.minusSign }
        if minutes < 60 {
            NumberFormat.append(minutes, width: 1, conventions, to: &text)
        } else {
            NumberFormat.append(minutes / 60, width: 1, conventions, to: &text)
            text += ":"
            NumberFormat.append(minutes % 60, width: 2, conventions, to: &text)
        }
        text += ":"
        NumberFormat.append(second, width: 2, conventions, to: &text)
        if thousandths > 0 {
            text += conventions.separators.decimal
            NumberFormat.append(thousandths, width: 3, conventions, to: &text)
        }
    }
}
