import Consent
import FlowProgram

// The parts of `parley.yaml` that need no flow to be understood.

extension SettingsSyntax {
    var controller: Controller {
        Controller(
            name: controllerName.value,
            address: controllerAddress.value,
            contact: controllerContact.value,
            country: controllerCountry.value,
            dpo: controllerDPO?.value,
            authority: controllerAuthority?.value
        )
    }

    var retentionPolicy: RetentionPolicy {
        var overrides: [RecordClass: RetentionOverride] = [:]
        for rule in retention { overrides[rule.recordClass] = rule.override }
        if let sessionIdle { overrides[.session] = .keep(sessionIdle.value) }
        do throws(RetentionError) {
            return try RetentionPolicy(overrides: overrides)
        } catch {
            FlowSymbols.unchecked("retention rule")
        }
    }
}

extension AuditSyntax {
    var settings: AuditSettings {
        let standard = AuditSettings.standard
        return AuditSettings(
            origin: origin?.value,
            checkpointEvery: checkpointEvery?.value ?? standard.checkpointEvery,
            heartbeat: heartbeat?.value ?? standard.heartbeat,
            exposureLimit: exposureLimit?.value ?? standard.exposureLimit,
            keyEpoch: keyEpoch?.value ?? standard.keyEpoch,
            publishedFile: publishedFile?.value,
            publishedTiles: publishedTiles?.value,
            publishedLine: publishedLine?.value,
            witnessPolicy: witnessPolicy?.value,
            timestampAuthority: timestampAuthority?.value
        )
    }
}

extension ServeSyntax {
    var settings: ServeSettings {
        ServeSettings(
            listen: listen?.value,
            publicURL: publicURL?.value,
            certificate: certificate?.value,
            privateKey: privateKey?.value
        )
    }
}

extension ChannelSyntax {
    func declared(_ symbols: SymbolTable) -> DeclaredChannel {
        DeclaredChannel(
            name: name.value,
            provider: provider.value,
            flow: flow.flatMap { symbols.flowIndices[$0.value] },
            window: window?.value,
            vendor: vendor?.value,
            keepsQuietHours: keepsQuietHours,
            sender: sender?.value,
            account: account?.value,
            api: api?.value,
            messagesPerSecond: messagesPerSecond,
            templates: Dictionary(
                templates.map { use in
                    let parameters = use.parameters.map(\.value)
                    return (
                        use.key.value,
                        DeclaredTemplate(name: use.name.value, parameters: parameters)
                    )
                },
                uniquingKeysWith: { first, _ in first }
            )
        )
    }
}

extension VendorSyntax {
    var declared: Vendor {
        guard let role else { FlowSymbols.unchecked("vendor") }
        return Vendor(
            name: name.value,
            legalName: legalName.value,
            country: country.value,
            role: role.value,
            receives: receives,
            transfer: transfer,
            deletion: deletion
        )
    }
}
