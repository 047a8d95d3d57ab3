import Clocks
import Consent
import FlowCompiler
import FlowProgram
import MessageCatalog
import Testing

/// From sources to a program: what the lowered form holds, and what its digests depend on.
@Suite struct CompilationTests {
    private func compile(_ files: [String: String]) throws -> Program {
        try #require(WorkspaceCompiler.compile(CheckFixture(files).sources).program)
    }

    private let flow = """
        flow: main
        slots: { name: { type: text, max: 40 } }
        steps:
          ask:
            request: newsletter
            notice: privacy
            say: { en: Well?, de: Nun? }
            choose:
              agree: { confirm: newsletter, then: who }
              decline: { decline: newsletter, end: refused }
            after: { 20 hours: late }
          who:
            ask: name
            say: { en: Who?, de: Wer? }
            unclear: { times: 1, skip: true }
            then: done
          late: { lapse: newsletter, end: lapsed }
          done: { say: { en: "Hi {name}", de: "Hallo {name}" }, for: newsletter, end: subscribed }
        """

    @Test func `a workspace without settings or flows says so`() {
        let none = WorkspaceCompiler.compile(WorkspaceSources(files: []))
        #expect(none.program == nil)
        #expect(none.diagnostics.map(\.code) == [.missingFile, .missingFile])
    }

    @Test func `files that are no part of a workspace are ignored`() {
        #expect(
            findings(["README.yaml": "{", "flows/deep/x.yaml": "{", "tests/a.chat": "{"]) == []
        )
    }

    @Test func `a program exists exactly if there are no errors`() {
        let warned = WorkspaceCompiler.compile(
            CheckFixture(["flows/main.yaml": flow + "\n  lost: { end: lost }"]).sources
        )
        #expect(warned.program != nil)
        #expect(warned.diagnostics.map(\.code) == [.unreachableStep])
        let broken = WorkspaceCompiler.compile(
            CheckFixture(["flows/main.yaml": flow + "\n  lost: { then: nowhere }"]).sources
        )
        #expect(broken.program == nil)
    }

    @Test func `a hundred warnings do not hide an error`() {
        let slots = (1...150).map { "  unused-\($0): A\n" }.joined()
        let found = WorkspaceCompiler.compile(
            CheckFixture([
                "locales/en/main.yaml": "messages:\n" + slots,
                "flows/main.yaml": flow + "\n  zero: { then: nowhere }",
            ]).sources
        )
        #expect(found.program == nil)
    }

    @Test func `steps do in order what they say`() throws {
        let program = try compile(["flows/main.yaml": flow])
        let main = program[try #require(program.flow(named: "main"))]
        let first = main[step: Flow.entry]
        let newsletter = PurposeReference.fixed(PurposeIndex(0))
        guard case .act(let act) = first.entry[0], case .notice(let notice) = first.entry[1],
            case .say(let say) = first.entry[2], case .reply(let menu) = first.exit
        else {
            Issue.record("unexpected entry \(first.entry)")
            return
        }
        #expect(act == Act(kind: .request, scope: .purpose(newsletter)))
        #expect(notice == .fixed(NoticeIndex(0)))
        #expect(first.question == 2)
        #expect(say.purpose == nil)
        #expect(menu.choices.map(\.name) == ["agree", "decline"])
        #expect(menu.choices[0].edge?.act?.kind == .confirm)
        #expect(menu.choices[1].edge?.target == .end(outcome: 0))
        #expect(main.outcomes == ["refused", "lapsed", "subscribed"])
        #expect(main.steps[1].unclear?.target == main.step(named: "done"))
        guard case .say(let last)? = main.steps[3].entry.last else {
            Issue.record("nothing said")
            return
        }
        #expect(last.purpose == newsletter)
        #expect(main[slot: SlotIndex(0)].kind == .text(maximum: 40))
    }

    @Test func `a choice is meant by words, label and name, and by the source's words`() throws {
        let program = try compile(["flows/main.yaml": flow])
        let main = program[try #require(program.flow(named: "main"))]
        guard case .reply(let menu) = main.steps[0].exit else {
            Issue.record("no menu")
            return
        }
        #expect(menu.choices[0].words[0] == ["yes please", "sure", "agree"])
        #expect(menu.choices[0].words[1] == ["ja bitte", "gern", "agree", "yes please", "sure"])
    }

    @Test func `a source word that means another choice in a locale counts for that one`() throws {
        let german = (CheckFixture.base["locales/de.yaml"] ?? "").replacing(
            "[nee]",
            with: "[nee, sure]"
        )
        let program = try compile(["flows/main.yaml": flow, "locales/de.yaml": german])
        let main = program[try #require(program.flow(named: "main"))]
        guard case .reply(let menu) = main.steps[0].exit else {
            Issue.record("no menu")
            return
        }
        #expect(!menu.choices[0].words[1].contains("sure"))
        #expect(menu.choices[1].words[1].contains("sure"))
    }

    @Test func `texts fall back along the chain, the flow's own file first`() throws {
        let settings = (CheckFixture.base["parley.yaml"] ?? "").replacing(
            "[en, de]",
            with: "[en, de, de-AT]"
        )
        let program = try compile([
            "parley.yaml": settings,
            "flows/main.yaml":
                "flow: main\nsteps:\n  one: { say: hi, then: two }\n  two: { say: bye, end: x }\n",
            "locales/en/main.yaml": "messages: { hi: Hi, bye: Bye }",
            "locales/de/main.yaml": "messages: { hi: Hallo, bye: Tschau }",
            "locales/de-AT/main.yaml": "messages: { hi: Servus }",
        ])
        func shown(_ key: String, _ locale: Int) throws -> [TemplatePart] {
            let message = try #require(program.catalog.messages.first { $0.key == key })
            return message.templates[locale].parts
        }
        #expect(try shown("main/hi", 2) == [.literal("Servus")])
        #expect(try shown("main/bye", 2) == [.literal("Tschau")])
        #expect(try shown("main/hi", 0) == [.literal("Hi")])
    }

    @Test func `layout and comments do not change the digest, words do`() throws {
        let before = try compile(["flows/main.yaml": flow])
        let same = try compile(["flows/main.yaml": "# a comment\n" + flow + "\n\n"])
        #expect(before.digest == same.digest)
        let german = (CheckFixture.base["locales/de.yaml"] ?? "").replacing(
            "[gern]",
            with: "[gern, jo]"
        )
        let other = try compile(["flows/main.yaml": flow, "locales/de.yaml": german])
        #expect(before.digest != other.digest)
        let index = try #require(before.flow(named: "main"))
        #expect(before[index].digest != other[index].digest)
        let stop = try #require(before.flow(named: "goodbye"))
        #expect(before[stop].digest == other[stop].digest)
    }

    @Test func `a caller's digest depends on the flow it calls`() throws {
        func caller(_ text: String) throws -> ProgramDigest {
            let program = try compile([
                "flows/inner.yaml":
                    "flow: inner\nsteps:\n  a: { say: { en: \(text), de: B }, end: x }\n",
                "flows/main.yaml":
                    "flow: main\nsteps:\n  a: { call: inner, then: b }\n  b: { end: x }\n",
            ])
            return program[try #require(program.flow(named: "main"))].digest
        }
        #expect(try caller("A") == caller("A"))
        #expect(try caller("A") != caller("B"))
    }

    @Test(arguments: [
        ("en: Well?", "en: Now?", true), ("20 hours", "10 hours", false),
        ("agree: { confirm: newsletter, then: who }", "agree: who", false),
        ("max: 40", "max: 50", false), ("end: refused", "end: no", false),
    ])
    func `a wait's contract holds through rewording only`(
        part: String,
        replacement: String,
        isKept: Bool
    ) throws {
        func contract(_ text: String) throws -> ProgramDigest {
            let program = try compile(["flows/main.yaml": text])
            let index = try #require(program.flow(named: "main"))
            return program[index].steps[0].waitContract
        }
        let changed = flow.replacing(part, with: replacement)
        #expect(changed != flow)
        #expect(try (contract(flow) == contract(changed)) == isKept)
    }

    @Test func `purposes take the defaults of the reference`() throws {
        let program = try compile([:])
        #expect(program.purposes[0].names == ["our newsletter", "unser Newsletter"])
        #expect(program.laws[0].confirmWithin == .hours(24))
        #expect(program.laws[0].askAgainAfter == .months(6))
        #expect(program.notices[0].version == NoticeVersion(name: "privacy", version: "2026-03"))
    }
}
