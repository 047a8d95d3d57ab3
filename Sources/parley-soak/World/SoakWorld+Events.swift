import Clocks
import Consent
import ConversationRuntime
import Conversations
import FlowProgram
import MessageCatalog

// What each event of a plan does in this world.
extension SoakWorld {
    func perform(_ event: SoakEvent, _ fault: Fault?) async throws {
        switch event {
        case .write(let who, let text):
            try await send(.text(spelling(of: text, by: who)), from: who, fault)
        case .caption(let who, let text):
            try await send(.caption(spelling(of: text, by: who), kind: "image"), from: who, fault)
        case .tap(let who, let tap): try await press(tap, by: who, fault)
        case .react(let who, let pick):
            try await send(.reaction(pick % 2 == 0 ? "👍" : "🛑"), from: who, fault)
        case .photo(let who): try await send(.unreadable(kind: "image"), from: who, fault)
        case .duplicate(let pick):
            guard !sent.isEmpty else { return }
            let (address, message) = sent[pick % sent.count]
            try await take(message, from: address, fault)
        case .locale(let who, let pick): try await speak(pick, to: who, fault)
        case .operation(let who, let operation): try await operate(operation, on: who, fault)
        case .link(let who, let other): try await link(who, to: other, fault)
        case .merge(let who, let other): try await merge(who, into: other, fault)
        case .changeNumber(let who, let other): try await change(who, to: other, fault)
        case .suppress(let who): try await suppress(who, fault)
        case .erase(let who): try await erase(who, fault)
        case .crash:
            tally.count("crashes")
            try reopen()
        case .reload: try reload()
        case .rest: break
        }
    }

    // MARK: Messages

    private func press(_ tap: SoakEvent.Tap, by who: Int, _ fault: Fault?) async throws {
        let button: OutboundMessage.Button?
        switch tap {
        case .current(let pick): button = Self.pick(buttons[who] ?? [], pick)
        case .stale(let pick): button = Self.pick(allButtons[who] ?? [], pick)
        case .foreign(let pick):
            let others = allButtons.filter { $0.key != who }.sorted { $0.key < $1.key }
            button = Self.pick(others.flatMap(\.value), pick)
        }
        // A tap on nothing is a tap on something that was never ours.
        let id = button?.id ?? "foreign.1"
        try await send(.button(id: id, title: button?.title ?? "Foreign"), from: who, fault)
    }

    private static func pick<Element>(_ elements: [Element], _ number: Int) -> Element? {
        elements.isEmpty ? nil : elements[number % elements.count]
    }

    private func send(
        _ content: InboundMessage.Content,
        from who: Int,
        _ fault: Fault?
    ) async throws {
        messageCount += 1
        let message = InboundMessage(
            address: addresses[who],
            providerID: "soak-\(messageCount)",
            content: content,
            receivedAt: clock.now(),
            localeHint: edition.locales[plan.number % edition.locales.count]
        )
        sent.append((who, message))
        try await take(message, from: who, fault)
    }

    private func take(
        _ message: InboundMessage,
        from who: Int,
        _ fault: Fault?
    ) async throws {
        try await call(.message(who, message), fault) { () throws(EngineError) in
            try await self.engine.take(message)
        }
    }

    private func spelling(of text: SoakText, by who: Int) -> String {
        if let spelling = text.spelling { return spelling }
        let buttons = buttons[who] ?? []
        switch text {
        case .title(let pick, let isShouted):
            let title = Self.pick(buttons, pick)?.title ?? "agree"
            return isShouted ? title.uppercased() + "!" : title
        case .word(let pick):
            guard let button = Self.pick(buttons, pick) else { return "agree" }
            return Self.pick(words(for: button.choice), pick) ?? button.title
        case .slip(let pick):
            let title = Self.pick(buttons, pick)?.title ?? "agree"
            return title.count > 4 ? String(title.dropLast()) : title + "e"
        case .question(let pick): return (Self.pick(buttons, pick)?.title ?? "agree") + "?"
        // These are spelled by themselves.
        case .stop, .perhapsStop, .start, .help, .delete, .receipt, .yes, .no, .hello, .chatter,
            .hostile, .empty:
            return ""
        }
    }

    /// Every word, in any language, that may mean a choice of this name.
    private func words(for choice: String) -> [String] {
        var words: Set<String> = []
        for flow in edition.program.flows {
            for step in flow.steps {
                guard case .reply(let menu) = step.exit else { continue }
                for known in menu.choices where known.name == choice {
                    for set in known.words { words.formUnion(set) }
                }
            }
        }
        return words.sorted()
    }

    private func speak(_ pick: Int, to who: Int, _ fault: Fault?) async throws {
        let tag = edition.locales[pick % edition.locales.count]
        guard let locale = LocaleTag(tag) else { return }
        try await call(.locale(who, tag: tag), fault?.thatRetries) { () throws(EngineError) in
            try await self.engine.setLocale(locale, for: self.addresses[who])
        }
    }

    // MARK: Operators and providers

    private func operate(
        _ operation: SoakOperation,
        on who: Int,
        _ fault: Fault?
    ) async throws {
        let laws = edition.program.laws
        let done: Operation
        let actor: Actor
        var purpose: PurposeID?
        switch operation {
        case .optOut: (done, actor) = (.optOut, .provider)
        case .withdraw(let pick):
            let id = laws[pick % laws.count].id
            purpose = id
            (done, actor) = (.withdraw(id), .operator)
        case .revoke(let pick):
            let id = laws[pick % laws.count].id
            purpose = id
            (done, actor) = (.revoke(id), .operator)
        case .invalidate: (done, actor) = (.invalidate, .provider)
        case .objection: (done, actor) = (.exercise(.objection), .operator)
        case .restriction: (done, actor) = (.exercise(.restriction), .operator)
        case .lift: (done, actor) = (.liftRestriction, .operator)
        case .rectify: (done, actor) = (.rectify(flow: "menu", slot: "name", to: nil), .operator)
        case .receipt: (done, actor) = (.exercise(.receipt), .operator)
        }
        try await call(
            .operation(who, operation, purpose: purpose?.name),
            fault?.thatRetries
        ) { () throws(EngineError) in
            try await self.engine.perform(done, by: actor, for: self.addresses[who])
        }
    }

    private func link(_ who: Int, to other: Int, _ fault: Fault?) async throws {
        guard who != other else { return }
        try await call(.link(who, to: other), fault) { () throws(EngineError) in
            try await self.engine.link(
                self.addresses[who],
                to: self.addresses[other],
                by: .operator
            )
        }
    }

    private func merge(_ who: Int, into other: Int, _ fault: Fault?) async throws {
        guard who != other else { return }
        try await call(.merge(who, into: other), fault) { () throws(EngineError) in
            try await self.engine.merge(
                self.addresses[who],
                into: self.addresses[other],
                by: .operator
            )
        }
    }

    private func change(_ who: Int, to other: Int, _ fault: Fault?) async throws {
        guard who != other else { return }
        try await call(.changeNumber(who, to: other), fault?.thatRetries) {
            () throws(EngineError) in
            try await self.engine.changeNumber(
                from: self.addresses[who],
                to: self.addresses[other]
            )
        }
    }

    private func suppress(_ who: Int, _ fault: Fault?) async throws {
        try await call(.suppress(who), fault?.thatRetries) { () throws(EngineError) in
            try await self.engine.suppress(self.addresses[who])
            return nil
        }
    }

    private func erase(_ who: Int, _ fault: Fault?) async throws {
        try await call(.erase(who), fault) { () throws(EngineError) in
            _ = try await self.engine.erase(
                self.addresses[who],
                because: .request,
                by: .operator
            )
            return nil
        }
    }
}

extension Fault {
    /// The same crash, for a caller who does not give up.
    fileprivate var thatRetries: Fault {
        Fault(write: write, tookEffect: tookEffect, retries: true)
    }
}
