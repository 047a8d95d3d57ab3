import Consent
import FlowInterpreter
import FlowProgram
import MessageCatalog

/// Turns an utterance into the words a contact sees, in their locale.
struct MessageRendering {
    let program: Program
    let locale: LocaleIndex

    func render(
        _ utterance: Utterance,
        to address: ContactAddress,
        as messageClass: MessageClass,
        template: DeclaredTemplate? = nil
    ) throws(UnrenderableText) -> OutboundMessage {
        var buttons: [OutboundMessage.Button] = []
        for button in utterance.buttons {
            let title = try text(button.label, button.values)
            buttons.append(
                OutboundMessage.Button(choice: button.choice, wait: button.wait, title: title)
            )
        }
        return OutboundMessage(
            address: address,
            body: try text(utterance.message, utterance.values),
            buttons: buttons,
            attachments: [],
            messageClass: messageClass,
            key: program.catalog[utterance.message].key,
            isAnswer: utterance.isAnswer,
            template: try template.map { template throws(UnrenderableText) in
                try render(template, utterance)
            }
        )
    }

    /// The template's places, each shown as the text itself would show it.
    private func render(
        _ template: DeclaredTemplate,
        _ utterance: Utterance
    ) throws(UnrenderableText) -> OutboundMessage.Template {
        let message = program.catalog[utterance.message]
        var parameters: [String] = []
        for parameter in template.parameters {
            parameters.append(
                try render(parameter, in: message, utterance.values)
            )
        }
        return OutboundMessage.Template(
            name: template.name,
            locale: program[locale].text,
            parameters: parameters
        )
    }

    func text(
        _ index: MessageIndex,
        _ values: [ArgumentValue?]
    ) throws(UnrenderableText) -> String {
        let message = program.catalog[index]
        return try render(message.templates[locale.value], in: message, values)
    }

    private func render(
        _ template: MessageTemplate,
        in message: Catalog.Message,
        _ values: [ArgumentValue?]
    ) throws(UnrenderableText) -> String {
        do {
            return try template.render(locale: program[locale]) { name in
                guard let place = message.arguments.firstIndex(where: { $0.name == name }) else {
                    return nil
                }
                // An empty slot shows nothing: a conversation must not get stuck on it.
                return values[place] ?? .text("")
            }
        } catch {
            throw UnrenderableText(key: message.key)
        }
    }
}

/// A text that does not fit the values it was given.
struct UnrenderableText: Error {
    let key: String
}
