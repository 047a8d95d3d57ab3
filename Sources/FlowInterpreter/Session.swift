package import Clocks
package import FlowProgram

/// Where a contact stands in a conversation.
///
/// A value: it can be copied, compared and stored.
package struct Session: Hashable, Sendable {
    /// The program every index below belongs to.
    package var program: ProgramDigest
    /// Random, 16 bytes; names this conversation in the audit log.
    package let id: [UInt8]
    /// The running flow last; below it the flows that called it or that it interrupted.
    package var frames: [Frame]
    /// State of the session's own generator, drawn from by `random`.
    package var randomState: UInt64
    package let startedAt: Timestamp
    package var lastTurnAt: Timestamp

    package init(
        program: ProgramDigest,
        id: [UInt8],
        frames: [Frame],
        randomState: UInt64,
        startedAt: Timestamp,
        lastTurnAt: Timestamp
    ) {
        self.program = program
        self.id = id
        self.frames = frames
        self.randomState = randomState
        self.startedAt = startedAt
        self.lastTurnAt = lastTurnAt
    }
}

/// One running flow.
package struct Frame: Hashable, Sendable {
    /// Why the flow runs, which says what its end means.
    package enum Kind: Hashable, Sendable {
        /// Its end ends the conversation.
        case root
        /// Its end takes the caller on.
        case called
        /// It interrupts the flow below; its end repeats the pending question.
        case detour
    }

    package let kind: Kind
    package let flow: FlowIndex
    package var step: StepIndex
    /// One for each slot of the flow.
    package var slots: [SlotValue?]
    /// The step whose answer is awaited or was awaited before a deadline led away from it.
    package var heldStep: StepIndex?
    /// The turn in which that question was first asked; its buttons carry it.
    package var heldTurn: UInt64
    package var deadlines: [PendingDeadline]
    package var unclearCount: Int
    /// How certain the engine was of the command that started this flow.
    package var certainty: String?

    /// The certainty of a command that the contact is still asked about.
    static let uncertain = "probable"

    package init(kind: Kind, flow: FlowIndex, slots: [SlotValue?], certainty: String? = nil) {
        self.kind = kind
        self.flow = flow
        step = Flow.entry
        self.slots = slots
        heldStep = nil
        heldTurn = 0
        deadlines = []
        unclearCount = 0
        self.certainty = certainty
    }
}

extension Frame {
    /// The same place in the same flow, with nothing to return to.
    var asRoot: Frame {
        var copy = Frame(kind: .root, flow: flow, slots: slots, certainty: certainty)
        copy.step = step
        copy.heldStep = heldStep
        copy.deadlines = deadlines
        copy.unclearCount = unclearCount
        return copy
    }
}

/// A slot's value and the end of its life.
package struct SlotValue: Hashable, Sendable {
    package let value: Value
    /// `nil` lives until the flow ends.
    package let expiresAt: Timestamp?

    package init(value: Value, expiresAt: Timestamp?) {
        self.value = value
        self.expiresAt = expiresAt
    }
}

/// A deadline that has not passed yet.
package struct PendingDeadline: Hashable, Sendable {
    package enum Edge: Hashable, Sendable {
        /// By its place in the step's `deadlines`.
        case after(Int)
        /// The end of a `wait`.
        case waitOver
    }

    package let due: Timestamp
    package let edge: Edge

    package init(due: Timestamp, edge: Edge) {
        self.due = due
        self.edge = edge
    }
}

extension Session {
    /// The running flow.
    ///
    /// A stored session always has one.
    package var top: Frame {
        guard let frame = frames.last else {
            preconditionFailure("a session has at least one frame")
        }
        return frame
    }

    /// The first frame whose deadlines may fire.
    ///
    /// While the contact is asked whether STOP was meant, nothing below the question goes on:
    /// silence would otherwise be taken for a no.
    var firstTimedFrame: Int {
        frames.firstIndex { $0.certainty == Frame.uncertain } ?? 0
    }

    /// The next instant at which this session does something by itself.
    package func nextDue(idle: Period) -> Timestamp {
        var next = lastTurnAt.adding(idle)
        for (place, frame) in frames.enumerated() {
            if place >= firstTimedFrame {
                for deadline in frame.deadlines { next = min(next, deadline.due) }
            }
            for slot in frame.slots {
                if let end = slot?.expiresAt { next = min(next, end) }
            }
        }
        return next
    }
}
