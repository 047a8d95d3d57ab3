package import MessageCatalog

/// Every text of a program, in every locale, with fallback already resolved.
package struct Catalog: Hashable, Sendable {
    package struct Message: Hashable, Sendable {
        /// `offer`, or `order-updates/offer` for a text of one flow; for people and traces.
        package let key: String
        /// One for each locale of the program.
        package let templates: [MessageTemplate]
        /// The names the texts may use, each with where its value comes from.
        package let arguments: [Argument]

        package init(key: String, templates: [MessageTemplate], arguments: [Argument]) {
            self.key = key
            self.templates = templates
            self.arguments = arguments
        }
    }

    package struct Argument: Hashable, Sendable {
        package let name: String
        package let source: ArgumentSource

        package init(name: String, source: ArgumentSource) {
            self.name = name
            self.source = source
        }
    }

    /// Where the value of a text's argument comes from.
    package enum ArgumentSource: Hashable, Sendable {
        case slot(SlotIndex)
        case controllerName
        case controllerAddress
        case controllerContact
    }

    package let messages: [Message]

    package init(messages: [Message]) {
        self.messages = messages
    }

    package subscript(index: MessageIndex) -> Message { messages[index.value] }

    package func template(_ index: MessageIndex, _ locale: LocaleIndex) -> MessageTemplate {
        messages[index.value].templates[locale.value]
    }
}
