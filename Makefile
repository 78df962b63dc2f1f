# The presets: what to build, how, and what to run of it. `make help` lists the targets.
#
# CONFIG chooses a configuration, CXX a compiler; each pair has a folder of its own under build/.

CONFIG := release
release_flags := -DCMAKE_BUILD_TYPE=Release
debug_flags   := -DCMAKE_BUILD_TYPE=Debug
tsan_flags    := -DCMAKE_BUILD_TYPE=Debug -DCMAKE_CXX_FLAGS_DEBUG='-O2 -g' -DSANITIZERS=thread
asan_flags    := -DCMAKE_BUILD_TYPE=Debug -DCMAKE_CXX_FLAGS_DEBUG='-O1 -g1' -DSANITIZERS=address,undefined
ifeq ($(origin $(CONFIG)_flags),undefined)
    $(error CONFIG=$(CONFIG) is not one of release, debug, asan, tsan)
endif

# Unless the user names a compiler: g++, or clang++ where that is the only one.
ifneq ($(filter default,$(origin CXX))$(if $(CXX),,none),)
    override CXX := $(if $(shell command -v g++),g++,$(if $(shell command -v clang++),clang++,g++))
endif
# A compiler has a folder of its own: "/opt/g++ -m64" has build/release-opt-g++-m64.
BUILD := build/$(CONFIG)$(if $(filter-out g++,$(CXX)),-$(shell printf %s '$(CXX)' | tr -cs 'A-Za-z0-9+.' - | sed 's/^-//'))
# CI makes warnings errors; a newer compiler that a user has may warn of more.
flags := $($(CONFIG)_flags) -DWARNINGS_ARE_ERRORS=$(if $(CI),ON,OFF)
# A build of its own, with none of this make's options; it shows how far it is.
cmake_build := env -u MAKEFLAGS -u MAKELEVEL cmake --build $(BUILD) --parallel $${CMAKE_BUILD_PARALLEL_LEVEL:-$$(nproc)}
PYTHON := $(firstword $(wildcard /usr/bin/python3) python3)
sources := $(shell git ls-files 'src/*.?pp' 'tests/*.?pp' 2>/dev/null)

.PHONY: help setup configure build run race step list report peers test test-page test-peers test-judge test-reports detect asan format format-check tidy clean
.DEFAULT_GOAL := help

help: ## list the targets (this)
	@echo "make TARGET [CXX=clang++] [CONFIG=release|debug|asan|tsan]"; echo
	@sed -n 's/^\([a-z%-]*\):[^#]*## /\1\t/p' Makefile | while IFS='	' read -r target text; do \
	    printf '    make %-18s %s\n' "$$target" "$$text"; done

setup: ## install what is missing
	@.ci/setup build '$(CXX)'

configure:
	@.ci/configure $(BUILD) '$(CXX)' $(flags)

build: configure ## build everything
	@$(cmake_build)

program-%: configure
	@$(cmake_build) --target $*

run: program-compare ## build and print the comparison, the article's table
	@$(BUILD)/bin/compare

run-%: program-sample_% ## build and run one sample, such as run-fused_loop
	@$(BUILD)/samples/$*

check-%: program-sample_% program-check ## check one sample in many settings and for data races, such as check-fused_loop
	@if $(MAKE) --no-print-directory CONFIG=tsan CXX=clang++ program-sample_$* > $(BUILD)/check.log 2>&1; \
	then $(BUILD)/bin/check $(BUILD)/samples/$* build/tsan-clang++/samples/$*; \
	else echo "check: no race detector: $$(tail -n 1 $(BUILD)/check.log)"; $(BUILD)/bin/check $(BUILD)/samples/$*; \
	fi || [ $$? = 1 ]  # a sample that is wrong has been checked all the same

list: program-compare ## list the samples
	@$(BUILD)/bin/compare --list

race: program-race_lab ## build and run the race laboratory, with clang++ too where it is [QUICK=1]
	@$(BUILD)/bin/race_lab $(if $(QUICK),--quick)
ifeq ($(CXX),g++)
	@if command -v clang++ > /dev/null; then $(MAKE) --no-print-directory CXX=clang++ race; fi
endif

step: program-race_step ## play the scheduler of two threads
	@$(BUILD)/bin/race_step

report: program-sweep ## measure over sizes, threads and types, and make a page of it: build/report/index.html [QUICK=1]
	@.ci/setup report
	@$(BUILD)/bin/sweep $(if $(QUICK),--quick) build/report
	@$(PYTHON) -B src/page/page.py build/report
	@echo "report: build/report/index.html"

peers: program-article_variants ## compare with the article's own functions, in NumPy and Numba
	@.ci/setup peers
	@mkdir -p build/report
	@$(PYTHON) -B src/peers/compare.py --library $(BUILD)/lib/libarticle_variants.so --json build/report/peers.json

test: build ## build and run every check
	@ctest --test-dir $(BUILD) --output-on-failure --no-tests=error --parallel $$(nproc)

test-page: ## check the report's page in a browser: one of fixtures, and that of the report if there is one
	@.ci/setup report
	@.ci/setup page
	@$(PYTHON) -B tests/page/findings_test.py
	@$(PYTHON) -B tests/page/page_input_test.py
	@mkdir -p build/page && cp tests/page/*.json build/page/
	@$(PYTHON) -B src/page/page.py build/page
	@for page in build/page/index.html build/report/index.html; do \
	    [ ! -e $$page ] || { echo "$$page"; $(PYTHON) -B tests/page/page_test.py $$page; } || exit 1; done

test-peers: program-article_variants program-wrong_article_variants ## build and run the checks of peers
	@.ci/setup peers
	@$(PYTHON) -B tests/peers/peers_test.py $(BUILD)/lib

test-judge: program-judge_trial ## judge 100,000 sums of right variants and 100,000 lossy ones, of up to 30 million elements
	@$(BUILD)/tests/judge_trial right 2400 1 1000000
	@$(BUILD)/tests/judge_trial right 100 2401
	@$(BUILD)/tests/judge_trial lossy 11500 1 1000000
	@$(BUILD)/tests/judge_trial lossy 500 11501

test-reports: build ## try everything that users reported, in tests/reports/
	@.ci/setup reports
	@$(PYTHON) -B tests/reports/run.py $(BUILD)

detect: ## run every sample under race detectors, and hold them against the catalog [QUICK=1]
	@$(MAKE) --no-print-directory CONFIG=tsan CXX=clang++ program-samples
	@$(if $(QUICK),,$(MAKE) --no-print-directory CONFIG=tsan CXX=g++ program-samples)
	@$(MAKE) --no-print-directory CONFIG=release CXX=g++ program-detect
	@build/release/bin/detect $(if $(QUICK),--runs 5,--gcc build/tsan/samples) build/tsan-clang++/samples

asan: ## run the checks under the address and undefined-behaviour sanitizers
	@$(MAKE) --no-print-directory CONFIG=asan test

format: ## lay out the sources with clang-format
	@.ci/setup format
	@clang-format -i $(sources)

format-check: ## fail where clang-format would change something
	@.ci/setup format
	@clang-format --dry-run -Werror $(sources) && echo "format-check: $(words $(sources)) files are laid out as clang-format would"

# In a folder of its own, because clang-tidy cannot read the headers that g++ has compiled; nothing is built there.
tidy: ## run clang-tidy on the sources
	@.ci/setup tidy
	@.ci/configure build/tidy '$(CXX)' $(flags) -DCMAKE_DISABLE_PRECOMPILE_HEADERS=ON
	@run-clang-tidy -quiet -p build/tidy '/(src|tests)/' > build/tidy/tidy.log 2>&1 \
	    && echo "tidy: clang-tidy has nothing to say" || { grep -E 'warning:|error:' -A 3 build/tidy/tidy.log; exit 1; }

clean: ## remove all that was built
	@rm -rf build
