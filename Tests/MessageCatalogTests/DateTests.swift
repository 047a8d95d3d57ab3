import Clocks
import MessageCatalog
import Testing

@Suite struct DateReaderTests {
    @Test(arguments: [
        ("en", "2026-03-01", "2026-03-01"), ("ja", "2026-03-01", "2026-03-01"),
        ("en", "3/4/2026", "2026-03-04"), ("en-GB", "3/4/2026", "2026-04-03"),
        ("en-NZ", "3.4.2026", "2026-04-03"), ("de", "3.4.26", "2026-04-03"),
        ("de", "03-04-2026", "2026-04-03"), ("es", "3 4 2026", "2026-04-03"),
        ("hu", "2026. 03. 01.", "2026-03-01"), ("ja", "2026/3/1", "2026-03-01"),
        ("ar", "٣/٤/٢٠٢٦", "2026-04-03"), ("fa", "۲۰۲۶/۳/۱", "2026-03-01"),
        ("en", "3 March 2026", "2026-03-03"), ("en", "March 3, 2026", "2026-03-03"),
        ("en", "MARCH 3rd, 2026", "2026-03-03"), ("en", "the 3rd of March 2026", "2026-03-03"),
        ("en", "Sept. 3, 2026", "2026-09-03"), ("en", "3 mar 26", "2026-03-03"),
        ("de", "3. März 2026", "2026-03-03"), ("de", "3. marz 2026", "2026-03-03"),
        ("de", "den 3. Ma\u{308}rz 2026", "2026-03-03"), ("fr", "1er mars 2026", "2026-03-01"),
        ("es", "3 de marzo de 2026", "2026-03-03"), ("pl", "3 marca 2026", "2026-03-03"),
        ("pl", "3 pazdziernika 2026", "2026-10-03"), ("ru", "3 мая 2026 г.", "2026-05-03"),
        ("el", "3 ΜΑΡΤΙΟΥ 2026", "2026-03-03"), ("he", "3 במרץ 2026", "2026-03-03"),
        ("zh", "2026年3月1日", "2026-03-01"), ("zh-TW", "2026年3月1日", "2026-03-01"),
        ("ko", "2026년 3월 1일", "2026-03-01"), ("vi", "ngày 3 tháng 3 năm 2026", "2026-03-03"),
        ("uk", "3 березня 2026 р.", "2026-03-03"), ("id", "3 Maret 2026", "2026-03-03"),
    ])
    func `a date is read as the locale writes it`(tag: String, text: String, iso: String) throws {
        let today = try day("2026-08-01")
        #expect(try DateReader.read(text, locale: locale(tag), today: today)?.text == iso)
    }

    @Test(arguments: [
        ("en", ""), ("en", "3 March"), ("en", "3/4"), ("en", "2026"), ("en", "31/12/2026"),
        ("en", "2026-02-29"), ("en", "February 30, 2026"), ("en", "1/2-2026"), ("en", "1//2//2026"),
        ("en", "-1/2/2026"), ("en", "1/2/2026/3"), ("en", "3 March March 2026"),
        ("en", "3 Ma 2026"),
        ("en", "3 mars 2026"), ("de", "3 March 2026"), ("en", "3 March 2026 please"),
        ("en", "1/2/202"), ("en", "1/2/20261"), ("en", "001/2/2026"), ("fr", "3 jui 2026"),
        ("en", "99999999999999999999/1/1"), ("en", "0/1/2026"), ("en", "1/0/2026"),
        ("ja", "3/1/2026"), ("en", "1/2/2026\u{0}"), ("en", "²/2/2026"), ("en", "March"),
        ("en", "tomorrow"), ("en", "1/2/0000"),
    ])
    func `what is no date in the locale is not guessed at`(tag: String, text: String) throws {
        #expect(try DateReader.read(text, locale: locale(tag), today: day("2026-08-01")) == nil)
    }

    @Test(arguments: [
        ("26", 2026), ("36", 2036), ("37", 1937), ("99", 1999), ("00", 2000),
    ])
    func `a short year is at most ten years ahead`(digits: String, year: Int) throws {
        let read = try DateReader.read(
            "1/2/\(digits)",
            locale: locale("en"),
            today: day("2026-08-01")
        )
        #expect(read?.year == year)
    }

    @Test func `a text over the limit is not looked at`() throws {
        let padding = String(repeating: " ", count: DateReader.longestBytes)
        let today = try day("2026-08-01")
        #expect(
            try DateReader.read("1/2/2026" + padding, locale: locale("en"), today: today) == nil
        )
    }

    @Test(arguments: LocaleConventions.knownTags.filter { $0 != "root" })
    func `a date the locale writes is read back`(tag: String) throws {
        let tag = try locale(tag)
        let today = try day("2026-08-01")
        for month in 1...12 {
            let date = try #require(CalendarDate(year: 2026, month: month, day: 28))
            for style in DateFormat.Style.allCases {
                let text = DateFormat.text(date, locale: tag, style: style)
                #expect(DateReader.read(text, locale: tag, today: today) == date, "\(text)")
            }
        }
    }
}

@Suite struct DateFormatTests {
    @Test(arguments: [
        ("en", "3/1/26", "Mar 1, 2026", "March 1, 2026"),
        ("en-GB", "01/03/2026", "1 Mar 2026", "1 March 2026"),
        ("de", "01.03.26", "01.03.2026", "1. März 2026"),
        ("es", "1/3/26", "1 mar 2026", "1 de marzo de 2026"),
        ("pl", "1.03.2026", "1 mar 2026", "1 marca 2026"),
        ("ja", "2026/03/01", "2026/03/01", "2026年3月1日"),
        ("zh-TW", "2026/3/1", "2026年3月1日", "2026年3月1日"),
        ("he", "1.3.2026", "1 במרץ 2026", "1 במרץ 2026"),
        ("ar", "١\u{200F}/٣\u{200F}/٢٠٢٦", "٠١\u{200F}/٠٣\u{200F}/٢٠٢٦", "١ مارس ٢٠٢٦"),
    ])
    func `a date has three lengths`(
        tag: String,
        short: String,
        medium: String,
        long: String
    ) throws {
        let date = try day("2026-03-01")
        let tag = try locale(tag)
        #expect(DateFormat.text(date, locale: tag, style: .short) == short)
        #expect(DateFormat.text(date, locale: tag, style: .medium) == medium)
        #expect(DateFormat.text(date, locale: tag, style: .long) == long)
    }

    @Test(arguments: [
        ("en", LocaleConventions.DateOrder.monthDayYear), ("en-AU", .dayMonthYear),
        ("fr", .dayMonthYear), ("fr-CA", .yearMonthDay), ("sv", .yearMonthDay),
        ("zh", .yearMonthDay), ("fa", .yearMonthDay),
    ])
    func `the order of a date's numbers is the locale's`(
        tag: String,
        order: LocaleConventions.DateOrder
    ) throws {
        #expect(try LocaleConventions.of(locale(tag)).dateOrder == order)
    }
}
