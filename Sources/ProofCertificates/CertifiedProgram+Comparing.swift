extension CertifiedProgram {
    /// What this program, which was certified, has otherwise than the one at hand.
    ///
    /// Empty exactly if it is the same; the first difference is that of the digests.
    package func differences(from here: CertifiedProgram) -> [CertificateDifference] {
        let parts = differencesOfParts(from: here)
        guard digest != here.digest else { return parts }
        return [.program(certified: digest, here: here.digest)]
            + (parts.isEmpty ? [.outsideFlows] : parts)
    }

    private func differencesOfParts(from here: CertifiedProgram) -> [CertificateDifference] {
        var differences: [CertificateDifference] = []
        if locales != here.locales {
            differences.append(.locales(certified: locales, here: here.locales))
        }
        differences += notices.filter { !here.notices.contains($0) }.map { .noticeGone($0) }
        differences += here.notices.filter { !notices.contains($0) }.map { .noticeNew($0) }
        let digests = Dictionary(here.flows.map { ($0.name, $0.digest) }) { first, _ in first }
        for flow in flows {
            guard let digest = digests[flow.name] else {
                differences.append(.flowGone(flow.name))
                continue
            }
            if digest != flow.digest { differences.append(.flowChanged(flow.name)) }
        }
        let names = Set(flows.map(\.name))
        return differences
            + here.flows.filter { !names.contains($0.name) }.map { .flowNew($0.name) }
    }
}
