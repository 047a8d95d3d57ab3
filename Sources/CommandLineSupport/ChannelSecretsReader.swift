package import Channels
import Foundation

/// Finds the secrets of a channel in the environment, or in files that it names; nowhere else.
package struct ChannelSecretsReader: Sendable {
    /// Bytes of the longest secret file that is read.
    private static let largestSecret = 64 << 10

    private let environment: [String: String]

    package init(environment: [String: String]) {
        self.environment = environment
    }

    /// Every secret that a provider works with and that is there.
    package func secrets(
        of type: any Channel.Type,
        channel: String
    ) throws -> ChannelSecrets {
        var secrets: [String: [String]] = [:]
        for need in type.secrets { secrets[need.name] = try values(of: need, channel: channel) }
        return ChannelSecrets(secrets)
    }

    /// The values of a secret: of its variable, or of the file that a variable names.
    private func values(of need: SecretNeed, channel: String) throws -> [String] {
        let variable = variable(channel, need.name)
        if let text = environment[variable] { return Self.values(in: text) }
        guard let path = environment["\(variable)_FILE"] else { return [] }
        guard let handle = FileHandle(forReadingAtPath: path),
            let data = try handle.read(upToCount: Self.largestSecret),
            let text = String(validating: data, as: UTF8.self)
        else {
            throw Failure.cannotRun(
                "channel `\(channel)`: the file that \(variable)_FILE names cannot be read"
            )
        }
        return Self.values(in: text)
    }

    /// Several values, the newest first, while one takes over from another; a PEM text is one.
    private static func values(in text: String) -> [String] {
        if text.contains("-----BEGIN") { return [text] }
        return text.split(whereSeparator: \.isWhitespace).map(String.init)
    }

    /// `PARLEY_` and both names, in capitals: `PARLEY_WHATSAPP_APP_SECRET`.
    package func variable(_ channel: String, _ secret: String) -> String {
        "PARLEY_\(channel)_\(secret)".uppercased().replacing("-", with: "_")
    }
}
