import Channels
import CommandLineSupport
import FlowProgram

/// Makes the workspace's channels: what is no secret from `parley.yaml`, every secret from the
/// environment or a file that it names.
struct ChannelSetup {
    let environment: [String: String]
    /// Under which address providers reach the daemon, without a slash at its end.
    let publicURL: String?

    /// Every channel of a program, or an end that names each thing that is missing.
    func channels(of program: Program) throws -> [any Channel] {
        var channels: [any Channel] = []
        var faults: [String] = []
        for declared in program.channels {
            do {
                channels.append(try channel(declared))
            } catch let failure as Failure {
                faults.append(failure.description)
            }
        }
        guard faults.isEmpty else { throw Failure.cannotRun(faults.joined(separator: "\n")) }
        return channels
    }

    func channel(_ declared: DeclaredChannel) throws -> any Channel {
        guard let type = ChannelCatalog.type(of: declared.provider) else {
            let known = ChannelCatalog.all.map { "`\($0.provider)`" }.joined(separator: ", ")
            throw Failure.cannotRun(
                "channel `\(declared.name)`: there is no provider `\(declared.provider)`; "
                    + "known are \(known)"
            )
        }
        let reader = ChannelSecretsReader(environment: environment)
        let settings = ChannelSettings(
            name: declared.name,
            sender: declared.sender,
            account: declared.account,
            api: environment[reader.variable(declared.name, "api")] ?? declared.api,
            webhookURL: publicURL.map { "\($0)/webhooks/\(declared.name)" },
            messagesPerSecond: declared.messagesPerSecond,
            secrets: try reader.secrets(of: type, channel: declared.name)
        )
        do {
            return try type.init(settings)
        } catch {
            throw Failure.cannotRun(
                "channel `\(declared.name)`: \(error.text)" + help(error, declared, type)
            )
        }
    }

    private func help(
        _ error: ChannelSettingsError,
        _ declared: DeclaredChannel,
        _ type: any Channel.Type
    ) -> String {
        switch error {
        case .missingSecret(let name):
            let variable = ChannelSecretsReader(environment: environment)
                .variable(declared.name, name)
            let what = type.secrets.first { $0.name == name }?.explanation ?? name
            return "; set \(variable), or \(variable)_FILE to a file with it (\(what))"
        case .missing: return "; write it beside `provider` in parley.yaml"
        case .invalid: return ""
        }
    }
}
