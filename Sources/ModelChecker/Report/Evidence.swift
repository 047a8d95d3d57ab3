package import Consent

/// By what the last turn of a counterexample shows that something is not as it should be.
package enum Evidence: Hashable, Sendable {
    /// A text is withheld that the flow counts on.
    case withheld(key: String)
    /// An act of the contact comes to nothing.
    case refused(ConsentAct, PurposeID)
    /// The turn breaks a limit and changes nothing.
    case turnRefused
    /// Something is said that ought not to be.
    case said
    /// Consent moves that ought to stay as it is.
    case moved(ConsentAct, PurposeID)
    /// Nobody is opted out who should be.
    case notOptedOut
    /// Consent stays that should be withdrawn.
    case notWithdrawn(PurposeID)
    /// The conversation ends by nothing but the contact's silence for weeks.
    case idled
    /// The conversation comes to the step; what is wrong there is not to be seen from outside.
    case unseen
}
