import Clocks
import FlowProgram

// What the passing of time does to a session.
extension Run {
    /// Forgets every slot whose time is over.
    mutating func expireSlots() {
        for frame in session.frames.indices {
            for place in session.frames[frame].slots.indices {
                guard let end = session.frames[frame].slots[place]?.expiresAt, end <= context.now
                else { continue }
                session.frames[frame].slots[place] = nil
                effects.append(.slotExpired(session.frames[frame].flow, SlotIndex(place)))
            }
        }
    }

    /// Fires the earliest deadline that is due, of whichever flow; flows above it end.
    mutating func fireDeadline() throws(RunError) {
        guard let (place, deadline) = earliestDue() else {
            if session.lastTurnAt.adding(program.sessionIdle) <= context.now {
                end(outcome: nil, cause: .idle, unwinding: true)
            }
            return
        }
        while session.frames.count > place + 1 {
            end(outcome: nil, cause: .interrupted, unwinding: false)
        }
        session.frames[place].deadlines.removeAll { $0 == deadline }
        // A reminder may have led on to a call: the deadline is still that of the question.
        let held = top.heldStep ?? top.step
        let step = flow[step: held]
        effects.append(.timerFired(top.flow, held, deadline))
        switch (deadline.edge, step.exit) {
        case (.after(let index), _):
            let taken = step.deadlines[index]
            try go(to: taken.target, cause: .after(taken.period))
        case (.waitOver, .wait(_, let target)):
            release()
            try go(to: target, cause: .waitOver)
        case (.waitOver, _):
            preconditionFailure("only a wait can be over")
        }
    }

    private func earliestDue() -> (frame: Int, deadline: PendingDeadline)? {
        var found: (frame: Int, deadline: PendingDeadline)?
        for (place, frame) in session.frames.enumerated() where place >= session.firstTimedFrame {
            for deadline in frame.deadlines where deadline.due <= context.now {
                if let best = found, best.deadline.due <= deadline.due { continue }
                found = (place, deadline)
            }
        }
        return found
    }
}
