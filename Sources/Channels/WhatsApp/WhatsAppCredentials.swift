/// The secrets of one WhatsApp channel, checked; they never print themselves.
struct WhatsAppCredentials: Sendable, CustomStringConvertible, CustomReflectable {
    /// Any of them may have signed, while one takes over from another.
    let appSecrets: [String]
    let verifyTokens: [String]
    let accessToken: String
    /// `appsecret_proof`, which goes with every request.
    let proof: String

    /// Takes the newest of each for sending.
    ///
    /// - Throws: `missingSecret`, or `invalid` for a secret that no header could carry.
    init(_ secrets: ChannelSecrets) throws(ChannelSettingsError) {
        for need in WhatsAppChannel.secrets where need.isRequired {
            guard !secrets[need.name].isEmpty else { throw .missingSecret(need.name) }
        }
        for name in ["app-secret", "access-token"] {
            guard secrets[name].allSatisfy({ $0.utf8.allSatisfy(WhatsAppText.isVisible) }) else {
                throw .invalid(name, why: "it has spaces, line breaks or letters beyond ASCII")
            }
        }
        guard let secret = secrets["app-secret"].first else { throw .missingSecret("app-secret") }
        guard let token = secrets["access-token"].first else {
            throw .missingSecret("access-token")
        }
        appSecrets = secrets["app-secret"]
        verifyTokens = secrets["verify-token"]
        accessToken = token
        proof = WhatsAppSignature.proof(of: token, secret: secret)
    }

    var description: String { "WhatsAppCredentials(not shown)" }
    var customMirror: Mirror { Mirror(self, children: []) }
}
