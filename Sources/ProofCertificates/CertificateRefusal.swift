package import ModelChecker

/// Why nothing is certified.
package enum CertificateRefusal: Error, Hashable, Sendable {
    /// Something does not hold.
    case broken([PropertyID])
    /// Explorations that ended at the limit, by their titles.
    case cutOff([String], limit: Int)
    /// The report leaves out explorations that the program needs.
    case incomplete(missing: Int)
    case limitTooLarge(largest: Int)
    /// What would be signed could not be read again.
    case unwritable(CertificateError)
}

extension CertificateRefusal {
    /// One line for a person.
    package var text: String {
        switch self {
        case .broken(let properties):
            "a certificate says that everything holds, and this does not: "
                + properties.map(\.rawValue).joined(separator: ", ")
                + "; mend what `parley check` shows first"
        case .cutOff(let titles, let limit):
            "a certificate says that everything was looked at, and there is more than \(limit) "
                + "situations let see of \(titles.joined(separator: ", ")); raise `--limit`"
        case .incomplete(let missing):
            "a certificate says that everything was looked at, and \(missing) of the "
                + "explorations that this program needs were left out"
        case .limitTooLarge(let largest):
            "whoever verifies a certificate has to look as far again; `--limit` may be "
                + "\(largest) at most for one"
        case .unwritable(let error):
            "this program cannot be certified, as no one could read the certificate: "
                + error.text
        }
    }
}
