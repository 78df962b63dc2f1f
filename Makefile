# The presets: what to build, how to build it, and what to run. `make help` lists the targets.
#
# CONFIG chooses a configuration, CXX a compiler, ARCH an instruction set. Each choice has its own folder under build/.

CONFIG := release
release_flags := -DCMAKE_BUILD_TYPE=Release
debug_flags   := -DCMAKE_BUILD_TYPE=Debug
tsan_flags    := -DCMAKE_BUILD_TYPE=Debug -DCMAKE_CXX_FLAGS_DEBUG='-O2 -g' -DSANITIZERS=thread
asan_flags    := -DCMAKE_BUILD_TYPE=Debug -DCMAKE_CXX_FLAGS_DEBUG='-O1 -g1' -DSANITIZERS=address,undefined \
    -DCOMPILE_FOLDERS_TOGETHER=ON
ifeq ($(origin $(CONFIG)_flags),undefined)
    $(error CONFIG=$(CONFIG) is not one of release, debug, asan, tsan)
endif

# Unless the user names a compiler: g++, or clang++ if only that is installed.
ifneq ($(filter default,$(origin CXX))$(if $(CXX),,none),)
    override CXX := $(if $(shell command -v g++),g++,$(if $(shell command -v clang++),clang++,g++))
endif
# The instruction set, such as x86-64-v3, for machines that are not the one that compiles.
ARCH := native
# The end of a folder's name: build/release-opt-g++-m64 for "/opt/g++ -m64", build/release-x86-64-v3 for x86-64-v3.
in_folder = -$(shell printf %s '$(1)' | tr -cs 'A-Za-z0-9+.' - | sed 's/^-//')
in_folder_of_arch := $(if $(filter-out native,$(ARCH)),$(call in_folder,$(ARCH)))
BUILD := build/$(CONFIG)$(if $(filter-out g++,$(CXX)),$(call in_folder,$(CXX)))$(in_folder_of_arch)
# The MPI of the distributed reductions: openmpi, mpich, or any (the one in PATH). It has a folder of its own, too.
MPI := openmpi
# Only CI makes warnings errors, because a user's newer compiler may have new warnings.
flags := $($(CONFIG)_flags) -DWARNINGS_ARE_ERRORS=$(if $(CI),ON,OFF) $(if $(in_folder_of_arch),-DINSTRUCTION_SET='$(ARCH)')
# Without this make's options, so that the other build shows its own progress.
cmake_build := env -u MAKEFLAGS -u MAKELEVEL cmake --build $(BUILD) --parallel $${CMAKE_BUILD_PARALLEL_LEVEL:-$$(nproc)}
PYTHON := $(firstword $(wildcard /usr/bin/python3) python3)
sources := $(shell git ls-files 'src/*.?pp' 'tests/*.?pp' 2>/dev/null)

.PHONY: help setup configure build run race step list report costs limits site python python-if-possible peers ways distributed scaling course install gradescope test test-page test-site test-peers test-python test-distributed test-new-variant test-course test-steady test-judge constants test-reports test-read-speed checks detect asan fuzz format format-check tidy clean
.DEFAULT_GOAL := help
# Two builds in one folder would be in each other's way.
.NOTPARALLEL:

help: ## list the targets (this)
	@echo "make TARGET [CXX=clang++] [CONFIG=release|debug|asan|tsan] [ARCH=x86-64-v3]"; echo
	@sed -n 's/^\([a-z%-]*\):[^#]*## /\1\t/p' Makefile | while IFS='	' read -r target text; do \
	    printf '    make %-18s %s\n' "$$target" "$$text"; done

# These install what is missing. All other targets only name it.
setup run test python ways: export INSTALL := yes

# FOR names more that needs packages: report, site, python, peers, page, course, format, tidy, detect, fuzz, reports.
setup: configure ## install what the build needs [FOR="report page"]
	@for purpose in $(FOR); do .ci/setup $$purpose || exit 1; done

configure:
	@.ci/configure $(BUILD) '$(CXX)' $(flags)

build: configure ## build everything
	@$(cmake_build)

program-%: configure
	@$(cmake_build) --target $*

run: program-compare ## build and print the comparison, the article's table
	@$(BUILD)/bin/compare

run-%: program-sample_% ## build and run one variant, such as run-fused_loop
	@$(BUILD)/samples/$*

check-%: program-sample_% program-check ## run a variant in many settings; look for data races
	@if { .ci/setup detect && $(MAKE) --no-print-directory CONFIG=tsan CXX=clang++ program-sample_$*; } \
	    > $(BUILD)/check.log 2>&1; \
	then $(BUILD)/bin/check $(BUILD)/samples/$* build/tsan-clang++$(in_folder_of_arch)/samples/$*; \
	else echo "check: no race detector: $$(tail -n 1 $(BUILD)/check.log)"; $(BUILD)/bin/check $(BUILD)/samples/$*; \
	fi || [ $$? = 1 ]  # status 1 says that the sample is wrong, and then the check has worked

list: program-compare ## list the variants
	@$(BUILD)/bin/compare --list

race: program-race_lab ## build and run the race laboratory [QUICK=1]
	@$(BUILD)/bin/race_lab $(if $(QUICK),--quick)
ifeq ($(CXX),g++)
	@if command -v clang++ > /dev/null; then $(MAKE) --no-print-directory CXX=clang++ race; fi
endif

step: program-race_step ## decide which of two threads runs next, step by step
	@$(BUILD)/bin/race_step

report: program-sweep ## measure, and write build/report/index.html [QUICK=1]
	@.ci/setup report
	@$(BUILD)/bin/sweep $(if $(QUICK),--quick) build/report
	@$(PYTHON) -B src/page/page.py build/report
	@echo "report: build/report/index.html"

# The article's variants take part in every chapter's rounds, because the ratios refer to one of them. This takes minutes
# on an idle machine.
costs: program-compare ## measure the chapters; write docs/variants/'s tables
	@mkdir -p build/costs
	@for chapter in $(notdir $(wildcard src/variants/*)); do \
	    chapters="article,$${chapter#article}"; \
	    command="$(BUILD)/bin/compare --chapter $${chapters%,} --type int64,float64,float32"; \
	    $$command --json build/costs/$$chapter.json && \
	    $(PYTHON) -B src/page/costs.py docs/variants/$$chapter.md build/costs/$$chapter.json "$$command" || exit 1; done

# The right variants that are the fastest at some size on some machine.
fast_variants := omp_reduction,for_simd_reduction,fused_loop,fused_loop_chunked,std_thread,partials_by_value,task_halving,eigen_lazy_expression,std_par_unseq,tbb_parallel_reduce,fixed_tree,wide_simd,blocks_with_prefetch,several_streams

# Sizes, busy cores, and repetitions in each of five runs. All takes half an hour on an idle machine, QUICK=1 a minute.
cells := 1000:0:21 10000:0:21 100000:0:21 1000000:0:21 10000000:0:21
more_cells := 100000000:0:7 1000000:1:21 10000000:1:21
limits: program-compare ## compare at_the_limit with the fastest [QUICK=1]
	@rm -rf build/limits && mkdir -p build/limits
	@for run in $(if $(QUICK),1,1 2 3 4 5); do for cell in $(cells) $(if $(QUICK),,$(more_cells)); do \
	    size=$${cell%%:*} repetitions=$${cell##*:} busy=$${cell#*:} busy=$${busy%:*}; \
	    echo "limits: run $$run, $$size elements, $$busy busy cores" >&2; \
	    $(BUILD)/bin/compare --only $(fast_variants),at_the_limit --type int64,int32,float64,float32 --size $$size \
	        --busy-cores $$busy --repetitions $$repetitions --json build/limits/$$size.$$busy.$$run.json > /dev/null \
	        || exit 1; done; done
	@$(PYTHON) -B src/page/limits.py build/limits/*.json > build/limits/table.md && cat build/limits/table.md

constants: configure ## show what each constant of at_the_limit gains
	@$(PYTHON) -B tests/at_the_limit/constants.py build/constants '$(CXX)'

site: program-race_step ## write the course and all pages: build/site/index.html
	@.ci/setup site
	@rm -rf build/site
	@$(PYTHON) -B -m sphinx -E -W --keep-going -q -c src/site -d build/site-doctrees \
	    -D race_step=$(BUILD)/bin/race_step docs build/site
	@echo "site: build/site/index.html"

python: ## build at_the_limit for NumPy arrays
	@.ci/setup python
	@$(MAKE) --no-print-directory configure
	@cmake -D python="$$(command -v $(PYTHON))" $(BUILD) > /dev/null  # looks again for what was missing
	@$(MAKE) --no-print-directory program-python_module
	@PYTHONPATH=$(BUILD)/python $(PYTHON) -c "import at_the_limit, numpy; x = numpy.arange(10_000_000); \
	    print('python: at_the_limit.squared_distance(x + 3, x) is', at_the_limit.squared_distance(x + 3, x))"
	@echo "python: PYTHONPATH=$(BUILD)/python $(PYTHON) runs Python with the module at_the_limit"

# Without pybind11 or Python's headers, it only says so. CMake looks again for what was missing.
python-if-possible: configure
	@[ -d $(BUILD)/python ] || cmake $(BUILD) > /dev/null
	@$(cmake_build) --target python_module

peers: program-article_variants python-if-possible ## compare with Python and with other libraries
	@.ci/setup peers
	@mkdir -p build/report
	@$(PYTHON) -B src/peers/peers.py --library $(BUILD)/lib/libarticle_variants.so --rust $(BUILD)/rust \
	    --python-module $(BUILD)/python --json build/report/peers.json

# MPI has a build folder of its own, because a folder can have one MPI.
build_of_mpi := $(BUILD)-$(MPI)
make_with_mpi := $(MAKE) --no-print-directory BUILD='$(build_of_mpi)' \
    flags='$(subst ','\'',$(flags)) -DCOMPILE_FOLDERS_TOGETHER=ON -DMPI_ENGINE=$(MPI)'
ways:
	@.ci/setup '$(MPI)'
	@$(make_with_mpi) program-ways

distributed: ways ## compare the reductions over MPI [MPI=mpich] [RANKS=4]
	@$(PYTHON) -B src/distributed/table.py '$(build_of_mpi)' $(if $(RANKS),--ranks '$(RANKS)') \
	    --json '$(build_of_mpi)/distributed.json'

scaling: ## measure and predict how reductions over MPI scale
	@.ci/setup report
	@for mpi in openmpi mpich; do $(MAKE) --no-print-directory MPI=$$mpi ways || exit 1; done
	@$(PYTHON) -B src/distributed/scaling.py $(BUILD)-openmpi $(BUILD)-mpich --figure build/scaling.svg

# `~` reaches make as it is if the shell does not expand it after a `=`.
course: program-grade program-course ## copy the exercises to a folder [DIR=~/reductions]
	@dir='$(subst ','\'',$(DIR))'; \
	    [ -n "$$dir" ] || { echo "course: DIR is empty; it must name your folder, such as DIR=~/reductions" >&2; exit 2; }; \
	    case "$$dir" in "~/"*) dir="$$HOME/$${dir#??}";; esac; \
	    $(BUILD)/bin/course start --desk "$$dir"

# Builds nothing, and needs only CMake. It leaves no file in build/, which may be root's otherwise.
install: ## install the library at_the_limit [PREFIX=/usr/local]
	@prefix='$(subst ','\'',$(or $(PREFIX),/usr/local))'; case "$$prefix" in "~/"*) prefix="$$HOME/$${prefix#??}";; esac; \
	    folder=$$(mktemp -d) && trap 'rm -rf "$$folder"' EXIT && \
	    cmake -S src/at_the_limit -B "$$folder" > "$$folder/log" || { cat "$$folder/log"; exit 1; }; \
	    DESTDIR='$(subst ','\'',$(DESTDIR))' cmake --install "$$folder" --prefix "$$prefix"

# One zip for each exercise, or for EXERCISE alone.
gradescope: ## write the zips for Gradescope [EXERCISE=4]
	@.ci/setup build '$(CXX)'
	@src/grader/gradescope/make_zip.sh build/gradescope '$(subst ','\'',$(EXERCISE))'

test: checks ## build and run the tests
checks: build
	@ctest --test-dir $(BUILD) --output-on-failure --no-tests=error --parallel $$(nproc)

test-page: ## check the report's page in a browser
	@.ci/setup report
	@.ci/setup page
	@$(PYTHON) -B tests/page/findings_test.py
	@$(PYTHON) -B tests/page/page_input_test.py
	@$(PYTHON) -B tests/page/costs_test.py
	@$(PYTHON) -B tests/page/limits_test.py
	@mkdir -p build/page && cp tests/page/*.json build/page/
	@$(PYTHON) -B src/page/page.py build/page
	@for page in build/page/index.html build/report/index.html; do \
	    [ ! -e $$page ] || { echo "$$page"; $(PYTHON) -B tests/page/page_test.py $$page; } || exit 1; done

test-site: site ## read the site in a browser, as a student does
	@.ci/setup page
	@$(PYTHON) -B tests/site/site_test.py build/site $(BUILD)/bin/race_step

test-python: python ## check at_the_limit for NumPy arrays
	@$(PYTHON) -B tests/at_the_limit/python_test.py $(BUILD)/python

test-peers: program-article_variants program-wrong_article_variants python-if-possible ## build and run the checks of peers
	@.ci/setup peers
	@for check in article_functions alternatives alternatives_table peak_memory rounds bad_input; do \
	    $(PYTHON) -B tests/peers/$${check}_test.py $(BUILD)/lib $(BUILD)/rust $(BUILD)/python || exit 1; done

test-distributed: ways ## check the reductions over MPI [MPI=mpich] [QUICK=1]
	@.ci/setup test-distributed
	@$(make_with_mpi) program-distributed_tests
	@$(build_of_mpi)/tests/distributed/distributed_tests
	@$(PYTHON) -B tests/distributed/model_test.py
	@QUICK='$(QUICK)' $(PYTHON) -B tests/distributed/distributed_test.py '$(build_of_mpi)'

test-new-variant: ## add a variant to a copy of the project, and check it
	@tests/catalog/new_variant.sh "$$PWD" build/new-variant '$(CXX)'

test-course: ## check the grader's verdicts [ROUNDS=20] [QUICK=1]
	@.ci/setup course
	@.ci/setup test-course
	@$(MAKE) --no-print-directory configure
	@cmake $(BUILD) > /dev/null  # looks again for what was missing
	@$(MAKE) --no-print-directory program-grade program-course
	@bash tests/grader/desk.sh $(BUILD)
	@$(PYTHON) -B tests/grader/class_test.py $(BUILD)/bin/grade
	@$(if $(QUICK),GRADER=$(BUILD)) bash tests/grader/gradescope.sh
	@$(if $(QUICK),,$(PYTHON) -B tests/grader/answer_keys_test.py $(BUILD)/bin/grade .)
	@$(if $(QUICK),,sh tests/course/predictions.sh .)
	@$(PYTHON) -B tests/grader/verdicts.py $(BUILD)/bin/grade . --rounds $(or $(ROUNDS),1) $(if $(QUICK),--every 20 --every-wrong 4)

test-steady: build ## repeat all checks, half on busy cores [RUNS=20]
	@tests/steady.sh $(BUILD) $(or $(RUNS),20)

test-judge: program-judge_trial ## judge 100,000 right sums and 100,000 lossy ones
	@$(BUILD)/tests/judge_trial right 2400 1 1000000
	@$(BUILD)/tests/judge_trial right 100 2401
	@$(BUILD)/tests/judge_trial lossy 11500 1 1000000
	@$(BUILD)/tests/judge_trial lossy 500 11501

test-read-speed: program-compare ## compare the read speed with likwid-bench
	@tests/measure/likwid.sh $(BUILD)/bin/compare

test-reports: build ## try what users reported, in tests/reports/
	@.ci/setup reports
	@$(PYTHON) -B tests/reports/run.py $(BUILD)

detect: ## compare race detectors with the catalog [QUICK=1]
	@.ci/setup detect
	@$(MAKE) --no-print-directory CONFIG=tsan CXX=clang++ program-samples
	@$(if $(QUICK),,$(MAKE) --no-print-directory CONFIG=tsan CXX=g++ program-samples)
	@$(MAKE) --no-print-directory CONFIG=release CXX=g++ program-detect
	@build/release$(in_folder_of_arch)/bin/detect \
	    $(if $(QUICK),--runs 2,--gcc build/tsan$(in_folder_of_arch)/samples) build/tsan-clang++$(in_folder_of_arch)/samples

asan: ## run the checks under address and other sanitizers
	@$(MAKE) --no-print-directory CONFIG=asan checks

# libFuzzer comes with clang++. Files that reach new code stay in build/fuzz/corpus, and the next run starts with them.
fuzz: ## look for faults in the .npy reader [SECONDS=30]
ifeq ($(CXX),g++)
	@$(MAKE) --no-print-directory CXX=clang++ fuzz
else
	@.ci/setup fuzz '$(CXX)'
	@$(MAKE) --no-print-directory program-npy_fuzz
	@mkdir -p build/fuzz/corpus; rm -f build/fuzz/failing_input
	@dict="{'descr': '<i8', 'fortran_order': %s, 'shape': (2, 3)}"; \
	    printf "$$dict" True > build/fuzz/corpus/dict; printf "$$dict\0$$dict" True False > build/fuzz/corpus/pair
	@$(BUILD)/tests/npy_fuzz $(if $(RUNS),-runs=$(RUNS),-max_total_time=$(or $(SECONDS),30)) -max_len=600 -timeout=60 \
	    -exact_artifact_path=build/fuzz/failing_input \
	    -verbosity=0 -print_funcs=0 -print_final_stats=1 build/fuzz/corpus tests/golden > build/fuzz/log 2>&1 \
	    && awk '/executed_units/ {n = $$2} /per_sec/ {print "fuzz: no fault in " n " files, " $$2 " per second"}' build/fuzz/log \
	    || { cat build/fuzz/log; \
	         [ ! -e build/fuzz/failing_input ] || echo "fuzz: $(BUILD)/tests/npy_fuzz build/fuzz/failing_input repeats this"; \
	         exit 1; }
endif

format: ## lay out the sources with clang-format
	@.ci/setup format
	@clang-format -i $(sources)

format-check: ## check the layout, and for unresolved merges
	@.ci/setup format
	@! git grep -nE '^(<<<<<<<|>>>>>>>) '
	@clang-format --dry-run -Werror $(sources) && echo "format-check: $(words $(sources)) files are laid out as clang-format would"

# In its own folder, where nothing is built: clang-tidy cannot read g++'s precompiled headers, and takes a third of the
# time if the files of a folder are checked together.
tidy: ## run clang-tidy on the sources
	@.ci/setup tidy
	@.ci/configure build/tidy '$(CXX)' $(flags) -DCMAKE_DISABLE_PRECOMPILE_HEADERS=ON -DCOMPILE_FOLDERS_TOGETHER=ON \
	    $(if $(shell command -v mpicxx.openmpi),-DMPI_ENGINE=openmpi)
	@cmake build/tidy > /dev/null  # nothing is built here, so nothing else notices a new CMakeLists.txt
	@run-clang-tidy -quiet -p build/tidy > build/tidy/tidy.log 2>&1 \
	    && echo "tidy: clang-tidy has nothing to say" \
	    || { grep -E 'warning:|error:|terminated by' -A 3 build/tidy/tidy.log; exit 1; }

clean: ## remove build/
	@rm -rf build
