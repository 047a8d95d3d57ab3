import Clocks
package import Consent
import FlowProgram

/// What one exploration looks at closely: the purposes that hang together, on one channel.
///
/// Consent to one purpose moves by itself, so purposes are explored one after the other and not in
/// all combinations, unless a flow depends on several of them.
package struct Lens: Hashable, Sendable {
    /// In their order; none to look at the flows that serve no purpose.
    package let purposes: [PurposeID]
    package let channel: String

    /// Their names with `+` between them; `-` for none.
    package var name: String {
        purposes.isEmpty ? "-" : purposes.map(\.name).joined(separator: "+")
    }

    var keys: [ConsentKey] { purposes.map { ConsentKey($0, on: channel) } }

    /// The explorations that cover a program: what hangs together on each channel that differs from
    /// the others in what it carries, and whatever is left.
    static func all(of program: Program) -> [Lens] {
        let concerns = FlowConcerns(program)
        var groups = concerns.groups(of: program.laws.map(\.id))
        if program.flows.indices.contains(where: { concerns.isUnconcerned(FlowIndex($0)) }) {
            groups.append([])
        }
        return channels(of: program).flatMap { channel in
            groups.map { Lens(purposes: $0, channel: channel) }
        }
    }

    /// One channel of each kind; a workspace that declares none is talked to on one all the same.
    private static func channels(of program: Program) -> [String] {
        var seen: [ChannelKind] = []
        var names: [String] = []
        for channel in program.channels {
            let kind = ChannelKind(channel)
            guard !seen.contains(kind) else { continue }
            seen.append(kind)
            names.append(channel.name)
        }
        return names.isEmpty ? ["chat"] : names
    }

    /// Everything of a channel that a conversation depends on.
    private struct ChannelKind: Equatable {
        let flow: FlowIndex?
        let window: String?
        let templates: Set<String>

        init(_ channel: DeclaredChannel) {
            flow = channel.flow
            window = channel.window?.text
            templates = Set(channel.templates.keys)
        }
    }
}
