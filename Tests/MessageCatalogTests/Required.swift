import Clocks
import MessageCatalog
import Testing

func locale(_ text: String) throws -> LocaleTag {
    try #require(LocaleTag(text), "`\(text)` is a tag")
}

func decimal(_ text: String) throws -> DecimalNumber {
    try #require(DecimalNumber(text), "`\(text)` is a number")
}

func day(_ text: String) throws -> CalendarDate {
    try #require(CalendarDate(text), "`\(text)` is a day")
}

func render(
    _ template: String,
    _ values: [String: ArgumentValue] = [:],
    in tag: String = "en"
) throws -> String {
    try TemplateParser.parse(template).render(locale: locale(tag)) { values[$0] }
}
