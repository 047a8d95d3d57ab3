package import FlowProgram
import MessageCatalog

extension Program {
    /// The whole text of a notice as people are shown it; `nil` for one that does not render.
    package func text(of notice: NoticeIndex, in locale: LocaleIndex) -> String? {
        let message = self[notice].message
        let values = catalog[message].arguments.map { argument -> ArgumentValue? in
            switch argument.source {
            case .slot: nil
            case .controllerName: .text(controller.name)
            case .controllerAddress: .text(controller.address)
            case .controllerContact: .text(controller.contact)
            }
        }
        // A notice that was rendered to be shown renders again.
        return try? MessageRendering(program: self, locale: locale).text(message, values)
    }
}
