package import FlowProgram

/// Something that a certificate says and that is not so here.
package enum CertificateDifference: Hashable, Sendable {
    case program(certified: ProgramDigest, here: ProgramDigest)
    case locales(certified: [String], here: [String])
    case noticeGone(String)
    case noticeNew(String)
    case flowChanged(String)
    case flowGone(String)
    case flowNew(String)
    /// The digests of all flows are the same, that of the program is not.
    case outsideFlows
    case explorationGone(CertifiedExploration)
    case explorationNew(CertifiedExploration)
    case counts(certified: CertifiedExploration, here: CertifiedExploration)
    case verdict(certified: CertifiedProperty, here: CertifiedProperty)
    /// A property that this version does not know.
    case propertyUnknown(PropertyName)
    /// A property that the certificate says nothing of.
    case propertyUncertified(CertifiedProperty)
    /// The exploration was cut off here.
    case cutOff(limit: Int)
}

extension CertificateDifference {
    /// One line for a person.
    package var text: String {
        switch self {
        case .program(let certified, let here):
            "the program is \(here.short) here, and \(certified.short) was certified"
        case .locales(let certified, let here):
            "the locales are \(here.joined(separator: ", ")) here, and "
                + "\(certified.joined(separator: ", ")) were certified"
        case .noticeGone(let notice): "the notice `\(notice)` is not there any more"
        case .noticeNew(let notice): "the notice `\(notice)` was not there yet"
        case .flowChanged(let name): "the flow `\(name)` is another one"
        case .flowGone(let name): "the flow `\(name)` is not there any more"
        case .flowNew(let name): "the flow `\(name)` was not there yet"
        case .outsideFlows:
            "what differs is in `parley.yaml`, in the names of files, or in texts of no flow"
        case .explorationGone(let exploration): "\(exploration.title) is not looked at here"
        case .explorationNew(let exploration): "\(exploration.title) was not looked at"
        case .counts(let certified, let here):
            "\(here.title): \(here.situations) situations and \(here.turns) turns here, "
                + "\(certified.situations) and \(certified.turns) were certified"
        case .verdict(let certified, let here):
            "\(here.name.text): `\(here.verdict.rawValue)` here, `\(certified.verdict.rawValue)` "
                + "was certified"
        case .propertyUnknown(let name):
            "\(name.text) is not known to this version; verify with the one that certified"
        case .propertyUncertified(let property):
            "\(property.name.text): `\(property.verdict.rawValue)` here, and the certificate says "
                + "nothing of it"
        case .cutOff(let limit):
            "there is more here than \(limit) situations, so that nothing is decided"
        }
    }
}
