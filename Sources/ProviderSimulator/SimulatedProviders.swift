package import Channels

/// The providers that can be simulated: a line each.
package enum SimulatedProviders {
    package static let names = [
        SimulatedWhatsApp.name, SimulatedTwilio.name, SimulatedTelegram.name,
    ]

    /// A provider that knows the same settings and secrets as the channel; `nil` for one that is
    /// not among `names`, or whose settings are not enough.
    package static func make(
        _ name: String,
        settings: ChannelSettings
    ) -> (any SimulatedProvider)? {
        switch name {
        case SimulatedWhatsApp.name: SimulatedWhatsApp(settings: settings)
        case SimulatedTwilio.name: SimulatedTwilio(settings: settings)
        case SimulatedTelegram.name: SimulatedTelegram(settings: settings)
        default: nil
        }
    }
}
