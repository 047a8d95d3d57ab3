import Consent

/// The colour of a box, by where consent stands there.
///
/// The colours differ in lightness as well as in hue, so that they can be told apart without
/// seeing red and green; and the name of the state always stands in the box.
enum ConsentShade: String, CaseIterable {
    case unknown, requested, given, refused, lapsed
    /// Consent may stand in ways that have not one colour.
    case several

    init(_ state: ConsentState) {
        self =
            switch state {
            case .unknown: .unknown
            case .requested: .requested
            case .given, .renewed: .given
            case .refused, .withdrawn: .refused
            case .deferred, .expired, .invalidated, .revoked: .lapsed
            }
    }

    /// `nil` for a box that tells nothing of consent.
    init?(_ states: [ConsentState]) {
        let shades = Set(states.map { ConsentShade($0) })
        guard let first = shades.first else { return nil }
        self = shades.count == 1 ? first : .several
    }

    /// What black text stands on, as `#RRGGBB`.
    var fill: String {
        switch self {
        case .unknown: "#FFFFFF"
        case .requested: "#FFE3A3"
        case .given: "#8FD9B6"
        case .refused: "#C98A80"
        case .lapsed: "#CFCFCF"
        case .several: "#E9EDF7"
        }
    }
}

/// Colours that mean the same in every picture.
enum Ink {
    static let text = "#1A1A1A"
    static let caption = "#5A5A5A"
    static let border = "#4A4A4A"
    static let time = "#2F5D8C"
    static let unclear = "#6B6B6B"
    static let marked = "#C1121F"
    static let outcome = "#333333"
    static let note = "#FFFBE0"
    static let ground = "#F1F1F1"
}
