import ByteCoding
import Clocks
import FlowInterpreter
import FlowProgram
import Testing

struct SessionCodingTests {
    private static func bytes(_ session: Session) -> [UInt8] {
        var writer = ByteWriter()
        session.write(to: &writer)
        return writer.bytes
    }

    private static func read(_ bytes: [UInt8]) throws(ByteCodingError) -> Session {
        var reader = ByteReader(bytes)
        let session = try Session(from: &reader)
        try reader.finish()
        return session
    }

    @Test func `every session of a long random walk is read back, fits, and runs the same`() throws
    {
        let program = try SessionWalk.program()
        var walk = SessionWalk(seed: 42, program: program)
        var talk = Talk(program)
        var places: Set<String> = []
        for _ in 0..<2000 {
            let before = talk
            var again = walk
            try walk.turn(&talk)
            var repeated = before
            if let session = before.session {
                repeated.session = try Self.read(Self.bytes(session))
            }
            try again.turn(&repeated)
            try #require(repeated.effects == talk.effects)
            try #require(repeated.session == talk.session)
            try #require(repeated.ledger == talk.ledger)
            guard let session = talk.session else { continue }
            try #require(try Self.read(Self.bytes(session)) == session)
            try #require(session.fits(program))
            places.insert(talk.place)
        }
        #expect(places.count >= 12)
    }

    /// Sessions in many places, few enough to break each in every way.
    private static func sessions(_ program: Program) throws -> [Session] {
        var walk = SessionWalk(seed: 7, program: program)
        var talk = Talk(program)
        var found: [String: Session] = [:]
        for _ in 0..<400 {
            try walk.turn(&talk)
            if let session = talk.session, found[talk.place] == nil { found[talk.place] = session }
        }
        return found.sorted { $0.key < $1.key }.map(\.value)
    }

    @Test func `a session cut anywhere is refused`() throws {
        for session in try Self.sessions(try SessionWalk.program()) {
            let bytes = Self.bytes(session)
            for length in bytes.indices {
                #expect(throws: ByteCodingError.self) { try Self.read(Array(bytes[..<length])) }
            }
        }
    }

    @Test func `a session with any bit flipped is refused or runs without a trap`() throws {
        let program = try SessionWalk.program()
        let talk = Talk(program)
        var survivors = 0
        for session in try Self.sessions(program) {
            let whole = Self.bytes(session)
            for place in whole.indices {
                for bit in 0..<8 {
                    var bytes = whole
                    bytes[place] ^= 1 << UInt8(bit)
                    guard let broken = Self.session(bytes), broken.fits(program) else { continue }
                    survivors += 1
                    try Self.run(broken, talk)
                }
            }
        }
        #expect(survivors > 100)
    }

    private static func session(_ bytes: [UInt8]) -> Session? {
        do throws(ByteCodingError) { return try read(bytes) } catch { return nil }
    }

    /// What the engine does with a session it has read: looks when it is due, and takes turns.
    private static func run(_ session: Session, _ talk: Talk) throws {
        _ = session.nextDue(idle: talk.program.sessionIdle)
        for input in [Input.text("123456"), .text("yes"), .button("left"), .button("agree")] {
            var copy = talk
            copy.session = session
            try copy.reply(input)
        }
        for period in ["20 hours", "3 days", "31 days"] {
            var copy = talk
            copy.session = session
            try copy.pass(period)
        }
    }

    private static func changed(_ session: Session, _ change: (inout Session) -> Void) -> Session {
        var copy = session
        change(&copy)
        return copy
    }

    @Test func `what does not fit its program is found before it runs`() throws {
        let program = try SessionWalk.program()
        var talk = Talk(program)
        try talk.start("main")
        try talk.tap("accept")
        let session = try #require(talk.session)
        #expect(session.fits(program))
        let due = talk.now
        let broken: [(String, Session)] = [
            ("flow", Self.changed(session) { $0.frames = [Self.frame(flow: 99, of: $0)] }),
            ("step", Self.changed(session) { $0.frames[1].step = StepIndex(99) }),
            ("slots", Self.changed(session) { $0.frames[1].slots.append(nil) }),
            ("held step", Self.changed(session) { $0.frames[1].heldStep = StepIndex(99) }),
            (
                "deadline",
                Self.changed(session) {
                    $0.frames[1].deadlines = [PendingDeadline(due: due, edge: .after(9))]
                }
            ),
            (
                "end of a wait that is none",
                Self.changed(session) {
                    $0.frames[1].deadlines = [PendingDeadline(due: due, edge: .waitOver)]
                }
            ),
            (
                "purpose",
                Self.changed(session) {
                    $0.frames[1].slots[0] = SlotValue(
                        value: .purpose(PurposeIndex(99)),
                        expiresAt: nil
                    )
                }
            ),
            ("empty parameter", Self.changed(session) { $0.frames[1].slots[0] = nil }),
            (
                "type of a value",
                Self.changed(session) {
                    $0.frames[0].slots[2] = SlotValue(value: .text("x"), expiresAt: nil)
                }
            ),
            (
                "caller that calls nothing",
                Self.changed(session) { $0.frames[0].step = StepIndex(1) }
            ),
            ("running flow that does not wait", Self.changed(session) { $0.frames.removeLast() }),
            ("time", Self.changed(session) { $0.lastTurnAt = Timestamp(milliseconds: .max) }),
        ]
        for (what, session) in broken { #expect(!session.fits(program), "\(what)") }
    }

    private static func frame(flow: Int, of session: Session) -> Frame {
        Frame(kind: .root, flow: FlowIndex(flow), slots: session.top.slots)
    }

    @Test func `a session's id has the sixteen bytes the log can state`() throws {
        var talk = Talk(try SessionWalk.program())
        try talk.start("main")
        let session = try #require(talk.session)
        let short = Session(
            program: session.program,
            id: [1, 2, 3],
            frames: session.frames,
            randomState: 1,
            startedAt: session.startedAt,
            lastTurnAt: session.lastTurnAt
        )
        #expect(throws: ByteCodingError.self) { try Self.read(Self.bytes(short)) }
    }

    @Test func `a session of another program is refused by name`() throws {
        var talk = Talk(try SessionWalk.program())
        try talk.start("main")
        let session = try #require(talk.session)
        let other = try FlowFixture.program(["flow: main\n" + UnrelatedFlow.text])
        var stranger = Talk(other)
        stranger.session = session
        #expect(!session.fits(other))
        #expect(throws: RunError.foreignSession) { try stranger.write("x") }
        #expect(throws: RunError.foreignSession) { try stranger.pass("1 hour") }
        #expect(throws: RunError.foreignSession) { try stranger.interrupt(with: "goodbye") }
    }
}

enum UnrelatedFlow {
    static let text = "steps:\n  s: { say: { en: Hi }, choose: { left: { end: done } } }\n"
}
