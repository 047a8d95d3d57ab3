/// Where the daemon is reached, as far as the workspace says it.
///
/// No conversation depends on any of this, so it has no part in a program's digest. Paths are
/// relative to the workspace.
package struct ServeSettings: Hashable, Sendable {
    /// `host:port`.
    package let listen: String?
    /// Under which address providers reach the daemon, without a slash at its end.
    package let publicURL: String?
    /// A PEM file with the certificate and its chain.
    package let certificate: String?
    /// A PEM file with the certificate's private key.
    package let privateKey: String?

    package static let standard = ServeSettings()

    package init(
        listen: String? = nil,
        publicURL: String? = nil,
        certificate: String? = nil,
        privateKey: String? = nil
    ) {
        self.listen = listen
        self.publicURL = publicURL
        self.certificate = certificate
        self.privateKey = privateKey
    }
}
