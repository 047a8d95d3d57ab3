import Simulator
import Testing

struct JUnitReportTests {
    private typealias Case = JUnitReport.Case

    private static let cases = [
        Case(path: "shop/a.chat", duration: .milliseconds(1500), outcome: .passed),
        Case(
            path: "shop/b.chat",
            duration: .milliseconds(20),
            outcome: .failed(
                message: "line 3: <&>",
                details: "- < Tom & \"Jerry\"\n+ < \u{1B}[31m\u{0}"
            )
        ),
        Case(
            path: "c.chat",
            duration: .microseconds(999),
            outcome: .broken(message: "line 1: `'` is\nno action\t")
        ),
    ]

    @Test func `a suite is a folder and a case is a transcript`() {
        #expect(
            JUnitReport(Self.cases).xml == """
                <?xml version="1.0" encoding="UTF-8"?>
                <testsuites name="parley test" tests="3" failures="1" errors="1" skipped="0" \
                time="1.520">
                <testsuite name="shop" tests="2" failures="1" errors="0" skipped="0" time="1.520">
                <testcase name="a.chat" classname="shop" time="1.500"/>
                <testcase name="b.chat" classname="shop" time="0.020">
                <failure message="line 3: &lt;&amp;&gt;" type="difference">\
                - &lt; Tom &amp; &quot;Jerry&quot;
                + &lt; \u{FFFD}[31m\u{FFFD}</failure>
                </testcase>
                </testsuite>
                <testsuite name="." tests="1" failures="0" errors="1" skipped="0" time="0.000">
                <testcase name="c.chat" classname="." time="0.000">
                <error message="line 1: `&#39;` is&#10;no action&#9;" type="transcript"/>
                </testcase>
                </testsuite>
                </testsuites>

                """
        )
    }

    @Test func `a reader gets back what was said`() throws {
        let root = try MarkupReader.read(JUnitReport(Self.cases).xml)
        #expect(root.name == "testsuites")
        let failure = try #require(root.all("failure").first)
        #expect(failure.attributes["message"] == "line 3: <&>")
        #expect(failure.text == "- < Tom & \"Jerry\"\n+ < \u{FFFD}[31m\u{FFFD}")
        let error = try #require(root.all("error").first)
        #expect(error.attributes["message"] == "line 1: `'` is\nno action\t")
    }

    @Test func `folders that come apart are one suite`() throws {
        let paths = ["a/1.chat", "b/1.chat", "a/2.chat", "a/b/1.chat"]
        let report = JUnitReport(paths.map { Case(path: $0, duration: .zero, outcome: .passed) })
        let root = try MarkupReader.read(report.xml)
        let suites = root.elements.map { suite in
            "\(suite.attributes["name"] ?? "") \(suite.attributes["tests"] ?? "") "
                + suite.all("testcase").compactMap { $0.attributes["name"] }
                .joined(separator: " ")
        }
        #expect(suites == ["a 2 1.chat 2.chat", "b 1 1.chat", "a/b 1 1.chat"])
        #expect(root.attributes["tests"] == "4")
    }

    @Test func `a report of nothing is a report`() throws {
        let root = try MarkupReader.read(JUnitReport([]).xml)
        #expect(root.attributes["tests"] == "0")
        #expect(root.elements.isEmpty)
    }
}
