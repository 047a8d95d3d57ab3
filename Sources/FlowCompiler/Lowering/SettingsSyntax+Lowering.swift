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

extension ChannelSyntax {
    func declared(_ symbols: SymbolTable) -> DeclaredChannel {
        DeclaredChannel(
            name: name.value,
            provider: provider.value,
            flow: flow.flatMap { symbols.flowIndices[$0.value] },
            window: window?.value,
            vendor: vendor?.value,
            keepsQuietHours: keepsQuietHours
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
