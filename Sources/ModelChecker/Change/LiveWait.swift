package import FlowInterpreter
package import FlowProgram

/// A step at which a conversation can rest, by its names: indices mean nothing in another edition.
package struct WaitingPlace: Hashable, Comparable, Sendable {
    package let flow: String
    package let step: String

    package init(flow: String, step: String) {
        self.flow = flow
        self.step = step
    }

    package var text: String { "\(flow).\(step)" }

    package static func < (left: WaitingPlace, right: WaitingPlace) -> Bool {
        (left.flow, left.step) < (right.flow, right.step)
    }
}

/// Where one conversation rests, and whether the new edition takes it over.
package struct LiveWait: Hashable, Sendable {
    /// The flow that began first; each step once, also one whose question still has deadlines.
    package let places: [WaitingPlace]
    /// Whether it goes on in the new edition with its next turn; otherwise it stays with its own.
    package let goesOn: Bool

    package init(places: [WaitingPlace], goesOn: Bool) {
        self.places = places
        self.goesOn = goesOn
    }

    /// What becomes of a stored conversation of `old`, by the rule that the engine follows.
    package init(_ session: Session, from old: Program, to new: Program) {
        var places: [WaitingPlace] = []
        for frame in session.frames {
            let flow = old[frame.flow]
            for step in [frame.step, frame.heldStep].compactMap(\.self) {
                let place = WaitingPlace(flow: flow.name, step: flow[step: step].name)
                if !places.contains(place) { places.append(place) }
            }
        }
        self.places = places
        goesOn = if case .moved = session.migrated(from: old, to: new) { true } else { false }
    }
}

/// Conversations that are going on, counted by where they rest.
struct LiveCounts {
    /// Which conversations a finding is about.
    enum Which {
        /// Those that the new edition takes over.
        case goingOn
        /// Those that stay with the old one.
        case staying
        case all
    }

    /// `nil` if nobody has counted.
    let waits: [LiveWait: Int]?

    /// How many of them rest at one of these places; `nil` if nobody has counted.
    func count(at places: Set<WaitingPlace>, _ which: Which) -> Int? {
        waits.map { waits in
            waits.reduce(0) { sum, wait in
                let counts = which.has(wait.key) && wait.key.places.contains(where: places.contains)
                return counts ? sum + wait.value : sum
            }
        }
    }

    func count(_ which: Which) -> Int? {
        waits.map { waits in
            waits.reduce(0) { which.has($1.key) ? $0 + $1.value : $0 }
        }
    }
}

extension LiveCounts.Which {
    fileprivate func has(_ wait: LiveWait) -> Bool {
        switch self {
        case .goingOn: wait.goesOn
        case .staying: !wait.goesOn
        case .all: true
        }
    }
}
