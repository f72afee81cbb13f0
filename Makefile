# Everything a newcomer types. `make help` lists it.

DUT   ?= emu
TESTS ?=
RUN   ?= examples
ALLOW ?=
SWIFT ?= swift
CURVE ?=
DOCUMENTED := NVMeTesting NVMe NVMeDriver NVMeWorkload NVMeReport NVMeSpec PCIExpress EmulatedSSD
MINUTES  ?= 10
HUNTER   ?=
SEED     ?=
ROUNDS   ?=
SANITIZE ?=
MUTANTS  ?=
# A mixed load that checks every byte; 64 MiB fit any device and any laptop.
LOAD  := --rw randrw --read 70 --io-size 4k --qd 32 --region 0+64M --time 5 --verify full

.PHONY: help run test devices check-hot-loop check-release check-hunt hunt mutants lint format bench bench-figures bench-media build clean docs setup

help: ## list the targets
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | awk -F ':.*## ' '{ printf "  make %-15s %s\n", $$1, $$2 }'
	@echo
	@echo '  DUT=emu|qemu|0000:01:00.0   device under test of `make run`    TESTS=FILTER   subset of `make test`'
	@echo "  RUN=examples|performance|stress|FILTER   suite of \`make run\`   ALLOW='--serial SN'   lets it overwrite a real device"

run: setup ## build, run the example scripts on a device, then a verified load of five seconds: make run DUT=qemu
	$(SWIFT) build -c release --product nvmetest
	$$($(SWIFT) build -c release --show-bin-path)/nvmetest run $(RUN) --dut '$(DUT)' $(ALLOW)
	$$($(SWIFT) build -c release --show-bin-path)/nvmetest perf $(LOAD) --dut '$(DUT)' $(ALLOW)

test: setup lint ## run every test of the project: make test TESTS=EmulatedSSD
	WARNINGS_AS_ERRORS=1 $(SWIFT) build --build-tests
	WARNINGS_AS_ERRORS=1 $(SWIFT) test --skip-build $(if $(TESTS),--filter '$(TESTS)')
	$(if $(TESTS),,$(MAKE) --no-print-directory check-hot-loop check-release check-hunt)

devices: setup ## run all suites on thirteen devices, and print what passed, what was skipped and why
	$(SWIFT) build -c release --product nvmetest
	scripts/devices "$$($(SWIFT) build -c release --show-bin-path)"

check-hot-loop: ## look for retains and allocations in the generated code of the load generator's loop
	$(SWIFT) build -c release --target NVMeWorkload
	scripts/check-hot-loop "$$($(SWIFT) build -c release --show-bin-path)"

check-release: ## run every parameter of `nvmetest perf` once with optimised code
	$(SWIFT) build -c release --product nvmetest
	scripts/check-release "$$($(SWIFT) build -c release --show-bin-path)"

# A build of its own for each sanitizer; all others share theirs with nvmetest.
HUNT_BUILD := -c release $(if $(SANITIZE),--sanitize=$(SANITIZE) --scratch-path .build/$(SANITIZE))
# What the address sanitizer holds back of freed memory is not lost, nor are the singletons that its leak check finds.
HUNT := $(if $(SANITIZE),ASAN_OPTIONS=detect_leaks=0:quarantine_size_mb=8) SWIFT_BACKTRACE=enable=yes,interactive=no,color=no,threads=all $$($(SWIFT) build $(HUNT_BUILD) --show-bin-path)/hunt

hunt: setup ## look for bugs: make hunt MINUTES=10 HUNTER='integrity chaos host device' SEED=1 ROUNDS=1 SANITIZE=address
	$(SWIFT) build $(HUNT_BUILD) --product hunt
	$(HUNT) $(HUNTER) --seconds $$(($(MINUTES) * 60 / $(words $(or $(HUNTER),all four of them)))) \
		$(if $(SEED),--seed $(SEED)) $(if $(ROUNDS),--rounds $(ROUNDS))

check-hunt: ## ten seconds of each hunter, from seed 1 on
	$(SWIFT) build -c release --product hunt
	$(HUNT) --seconds 10 --seed 1

mutants: setup ## does a test notice whatever breaks? one mutation after the other: make mutants MUTANTS='17 51'
	scripts/mutants run $(MUTANTS)
	scripts/mutants write

lint: ## check the format of every source file
	$(SWIFT) format lint --strict --recursive Package.swift Sources Suites Tests Benchmarks Hunt

format: ## rewrite every source file in the project's format
	$(SWIFT) format --in-place --recursive Package.swift Sources Suites Tests Benchmarks Hunt

bench: setup ## measure the hot paths
	$(SWIFT) package --package-path Benchmarks --disable-sandbox benchmark --target IOPath

bench-figures: setup ## measure what the load generator promises, beside its limits; instructions too where valgrind is installed
	$(SWIFT) build --package-path Benchmarks -c release --product Figures
	$$($(SWIFT) build --package-path Benchmarks -c release --show-bin-path)/Figures
	scripts/count-instructions "$$($(SWIFT) build --package-path Benchmarks -c release --show-bin-path)/Figures"

bench-media: ## what a random write costs after so many others: make bench-media CURVE="'emu:?capacity=1T' 600"
	$(SWIFT) run --package-path Benchmarks -c release MediaCurve $(CURVE)

docs: setup ## build the reference and the cookbook as web pages: .build-docs/reference
	NVME_DOCS=1 $(SWIFT) package --scratch-path .build-docs --allow-writing-to-directory .build-docs/reference \
	  generate-documentation --enable-experimental-combined-documentation $(DOCUMENTED:%=--target %) \
	  --output-path .build-docs/reference

build: ## build everything for development
	$(SWIFT) build --build-tests

setup: ## install the Debian packages that are missing
	@scripts/setup

clean: ## remove everything that was built
	rm -rf .build .build-docs Benchmarks/.build
