# `make` alone lists what there is. Every target that builds sets the machine up first.

SWIFT ?= swift
SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help

.PHONY: help
help: ## show this list
	@awk 'BEGIN { FS = ":.*## " } \
		/^[a-z-]+:.*## / { printf "  make %-9s %s\n", $$1, $$2 }' $(firstword $(MAKEFILE_LIST))

.PHONY: chat
chat: setup ## build parley and talk to the example flow order-updates
	@$(SWIFT) build --product parley
	@"$$($(SWIFT) build --show-bin-path)/parley" chat order-updates

# Secrets for trying things out on this machine: they guard nothing.
TRY := PARLEY_WHATSAPP_APP_SECRET=try-it-out PARLEY_WHATSAPP_VERIFY_TOKEN=try-it-out \
	PARLEY_WHATSAPP_ACCESS_TOKEN=try-it-out PARLEY_WHATSAPP_API=http://127.0.0.1:9090

.PHONY: serve
serve: setup ## build parleyd and serve the example workspace on port 8080
	@$(SWIFT) build --product parleyd
	@mkdir -p "$${TMPDIR:-/tmp}/parley-try"
	@$(TRY) "$$($(SWIFT) build --show-bin-path)/parleyd" serve --store "$${TMPDIR:-/tmp}/parley-try/store"

.PHONY: simulate
simulate: setup ## in another terminal: be a contact who writes to `make serve`
	@$(SWIFT) build --product parleyd
	@$(TRY) "$$($(SWIFT) build --show-bin-path)/parleyd" simulate-provider whatsapp

.PHONY: test
test: setup ## run every test
	@$(SWIFT) test --disable-xctest

.PHONY: check
check: ## format lint, build and tests; stops at the first failure
	@scripts/check

.PHONY: bench
bench: setup ## measure speed against its bounds
	@Benchmarks/run

.PHONY: release
release: setup ## build parley optimised, into .build-release
	@$(SWIFT) build --configuration release --product parley --scratch-path .build-release
	@echo "built $$($(SWIFT) build --configuration release --scratch-path .build-release --show-bin-path)/parley"

.PHONY: setup
setup: ## install what the build needs and this machine lacks
	@scripts/setup
