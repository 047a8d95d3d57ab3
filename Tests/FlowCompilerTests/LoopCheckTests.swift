import Testing

/// Circles within one turn.
@Suite struct LoopCheckTests {
    @Test func `steps that go round without waiting are refused once`() {
        #expect(
            findings(
                flow: """
                    slots:
                      n: { type: number }
                    steps:
                      start: { set: { n: 0 }, then: add }
                      1️⃣add: { set: { n: n + 1 }, then: check }
                      check: { when: { n > 3: done }, then: add }
                      done: { end: done }
                    """
            ) == ["1️⃣ loop-without-wait"]
        )
    }

    @Test(arguments: ["wait: 1 hour", "ask: n, say: { en: N?, de: N? }"])
    func `a wait breaks the circle`(wait: String) {
        #expect(
            findings(
                flow: """
                    slots:
                      n: { type: number }
                    steps:
                      add: { set: { n: 1 }, then: check }
                      check: { when: { n > 3: done }, then: rest }
                      rest: { \(wait), then: add }
                      done: { end: done }
                    """
            ) == []
        )
    }

    @Test func `a called flow that ends without waiting is no wait`() {
        let quick = "flow: asking\nsteps:\n  one: { say: { en: A, de: B }, end: done }\n"
        let slow = """
            flow: asking
            steps:
              one: { say: { en: A, de: B }, choose: { agree: two } }
              two: { end: done }
            """
        let main = """
            flow: main
            steps:
              1️⃣one: { call: asking, then: one }
            """
        #expect(
            findings(["flows/asking.yaml": quick, "flows/main.yaml": main])
                == ["1️⃣ loop-without-wait"]
        )
        #expect(
            findings([
                "flows/asking.yaml": slow, "flows/main.yaml": main.replacing("1️⃣", with: ""),
            ]) == []
        )
    }

    @Test func `flows that call each other are refused at one call`() {
        #expect(
            findings([
                "flows/one.yaml":
                    "flow: one\nsteps:\n  a: { call: 1️⃣two, then: b }\n  b: { end: x }\n",
                "flows/two.yaml":
                    "flow: two\nsteps:\n  a: { call: one, then: b }\n  b: { end: x }\n",
            ]) == ["1️⃣ recursive-call"]
        )
    }

    @Test func `calls go eight deep and no deeper`() {
        func chain(_ length: Int) -> [String: String] {
            var files: [String: String] = [:]
            for place in 1..<length {
                let marker = place == length - 8 ? "1️⃣" : ""
                files["flows/f\(place).yaml"] = """
                    flow: f\(place)
                    steps:
                      a: { call: \(marker)f\(place + 1), then: b }
                      b: { end: x }
                    """
            }
            files["flows/f\(length).yaml"] = "flow: f\(length)\nsteps:\n  b: { end: x }\n"
            return files
        }
        #expect(findings(chain(8)) == [])
        #expect(findings(chain(9)) == ["1️⃣ limit-exceeded"])
    }
}
