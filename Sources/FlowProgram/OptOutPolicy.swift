package import Clocks

// LAW: 47 CFR 64.1200(a)(10): a STOP to one kind of message ends the others too. For unrelated
// kinds the duty is waived until 2027-01-31 (FCC DA 26-12).
/// How far a STOP reaches, by the day it arrives.
package struct OptOutPolicy: Hashable, Sendable {
    package enum Scope: String, Hashable, Sendable, CaseIterable {
        /// Every purpose.
        case all
        /// The purposes of the messages the contact answers, where that is known.
        case answered
    }

    /// What holds from a day on.
    package struct Rule: Hashable, Sendable {
        /// `nil` is always.
        package let from: CalendarDate?
        package let scope: Scope

        package init(from: CalendarDate?, scope: Scope) {
            self.from = from
            self.scope = scope
        }
    }

    /// In the order of their days.
    package let rules: [Rule]

    /// A STOP ends everything: what holds unless a workspace says otherwise.
    package static let everything = OptOutPolicy(rules: [])

    package init(rules: [Rule]) {
        let days = rules.map { $0.from?.daysSinceEpoch ?? .min }
        precondition(zip(days, days.dropFirst()).allSatisfy(<), "rules stand in their order")
        self.rules = rules
    }

    /// The scope of a STOP that arrives on `day`; before the first rule it ends everything.
    package func scope(on day: CalendarDate) -> Scope {
        rules.last { rule in rule.from.map { $0 <= day } ?? true }?.scope ?? .all
    }
}
