/// What is proven of a workspace, by its name in reports and certificates.
package enum PropertyID: String, Hashable, Sendable, CaseIterable {
    case sentOnlyWhenAgreed = "V1"
    case doubleMeansDouble = "V2"
    case stopAlwaysWorks = "V3"
    case withdrawalIsMonotone = "V4"
    case noDeadEnd = "V5"
    case everyTurnEnds = "V6"
    case reasksAreBounded = "V7"
    case localesAreComplete = "V8"
    case repliesAreUnambiguous = "V9"
    case windowIsKept = "V10"
    case slotsAreSetAndTyped = "V11"
    case personalDataStays = "V12"
    case safeForLiveSessions = "V13"
    case newTermsNewNotice = "V14"
    case withdrawingIsAsEasy = "C1"
    case purposesAreApart = "C2"
    case everyQuestionHasANo = "C3"
    case refusalIsRespected = "C4"
    case consentTextsNameTheirTerms = "C5"

    /// What every program that compiles has already.
    package var isCompiled: Bool {
        switch self {
        case .localesAreComplete, .repliesAreUnambiguous, .slotsAreSetAndTyped: true
        default: false
        }
    }

    /// What is proven of one program by itself; the others compare two.
    package static var ofOneProgram: [PropertyID] {
        allCases.filter { $0 != .safeForLiveSessions && $0 != .newTermsNewNotice }
    }

    /// What holds, in a few words.
    package var title: String {
        switch self {
        case .sentOnlyWhenAgreed: "nothing is said for a purpose unless it was agreed to"
        case .doubleMeansDouble: "consent is two acts in two turns, after the notice"
        case .stopAlwaysWorks: "STOP ends everything, in every language, from every question"
        case .withdrawalIsMonotone: "only a new request and a new yes lift a no"
        case .noDeadEnd: "every question has a deadline, and every conversation an end"
        case .everyTurnEnds: "every turn ends, within its limits"
        case .reasksAreBounded: "nobody is asked the same thing without end"
        case .localesAreComplete: "every text is there in every language, and fits"
        case .repliesAreUnambiguous: "no reply can mean two things"
        case .windowIsKept: "nothing is said after the provider's window closed"
        case .slotsAreSetAndTyped: "every slot is set and typed before it is used"
        case .personalDataStays: "personal data stay in slots that are declared personal"
        case .safeForLiveSessions: "conversations that are going on can go on"
        case .newTermsNewNotice: "changed terms have a new version of their notice"
        case .withdrawingIsAsEasy: "to withdraw takes no more replies than to give"
        case .purposesAreApart: "each purpose is agreed to by itself"
        case .everyQuestionHasANo: "whoever is asked for consent can say no"
        case .refusalIsRespected: "a no is not asked again while it rests"
        case .consentTextsNameTheirTerms: "who asks, and for what, is said before the yes"
        }
    }
}
