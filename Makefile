# 公开 gongkai：开发、检查、生成网站的统一入口。`make` 或 `make help` 列出全部目标。
# `make site` 与 `make test` 会自行准备所需的一切；机器上只需有 Python 3.11、git 和 make。

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.NOTPARALLEL:
.PHONY: help setup setup-test site serve check test lint types browser golden score audit bench bench-search lock clean

# Chinese text must come out whole whatever the locale of the machine is.
export PYTHONUTF8 := 1
export PIP_DISABLE_PIP_VERSION_CHECK := 1

PYTHON ?= python3.11
PORT ?= 8000
N ?= 100 1000
SEARCH_N ?= 1000 10000
VENV := .venv
BIN := $(VENV)/bin
# Twice quiet: a package source without some package is no news; errors are still told.
PIP := $(BIN)/python -m pip -qq
# Stamps stand inside the environment: removing it removes them, and a second call finds nothing to do.
SITE_READY := $(VENV)/.ready-site
TEST_READY := $(VENV)/.ready-test
LOCKS := pyproject.toml requirements.txt requirements-build.txt

help:  ## 列出全部目标（默认）
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-12s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

setup: $(SITE_READY)  ## 只准备生成网站所需的环境（.venv/）
setup-test: $(TEST_READY)  ## 只准备测试所需的环境（.venv/）

# ALLOW_HELD=1: reports held back (exit code 1) do not stop the publication of the others.
site: $(SITE_READY)  ## 生成网站到 site/（有文件被暂缓时以失败告终；ALLOW_HELD=1 则照常结束）
	@echo "正在生成网站……"
	@$(BIN)/gongkai build || { code=$$?; [ $$code -eq 1 ] && [ -n "$(ALLOW_HELD)" ]; }

serve: $(SITE_READY)  ## 生成网站并在本机预览（PORT=端口，默认 8000）
	@$(BIN)/gongkai serve --port $(PORT)

check: $(SITE_READY)  ## 只审查 reports/：发布审查与文件问题，不生成网站
	@$(BIN)/gongkai check

test: lint types browser  ## 全部检查：代码规范、类型、分层，然后是测试
	@echo "正在运行测试（约几分钟）……"
	@$(BIN)/python -m pytest -n 2 --dist loadfile

lint: $(TEST_READY)  ## 代码规范（ruff）与分层约定（import-linter）
	@echo "正在检查代码规范与分层……"
	@$(BIN)/ruff check --quiet
	@$(BIN)/lint-imports --no-logo > $(VENV)/lint-imports.log || { cat $(VENV)/lint-imports.log; exit 1; }

types: $(TEST_READY)  ## 类型检查（mypy --strict）
	@echo "正在检查类型……"
	@$(BIN)/mypy --no-error-summary

browser: $(TEST_READY)  ## 为页面测试寻找 Chromium；没有而又可以安装时，从系统软件源安装（CI 中连同 LibreOffice）
	@$(BIN)/python tests/browser.py

golden: $(TEST_READY)  ## 只运行可读样例（tests/golden）
	@$(BIN)/python -m pytest -k golden

audit: $(TEST_READY) browser  ## 审查网站：HTML（Nu）、速度与无障碍（Lighthouse）；需要 Node.js 和 Java，不在 test 之内
	@echo "正在逐页检查无障碍（每一种页面，三种宽度，浅色、深色、长者模式、打印，全部规则）……"
	@LOOKS=all $(BIN)/python -m pytest -q -n 2 tests/site/test_accessibility.py
	@$(BIN)/python -m tests.audit.audit

bench: $(SITE_READY)  ## 测量生成（N="份数 份数"，默认 100 与 1000）和读取各种格式的速度与内存
	@$(BIN)/python tests/bench/bench.py $(N)
	@$(BIN)/python -m tests.bench.bench_formats

score: $(TEST_READY)  ## 为数量的辨认打分（对照 tests/corpus/gold/figures.jsonl）
	@$(BIN)/python tests/bench/score_figures.py
	@$(BIN)/python tests/bench/score_figures.py tests/corpus/invented/figures.jsonl --reports tests/corpus/invented/texts --trapped 5

bench-search: $(TEST_READY) browser  ## 测量搜索：准确、流量、时间（SEARCH_N="1000 10000"；PEERS=文件夹 则同时测量同类软件）
	@$(BIN)/python -m tests.bench.bench_search $(SEARCH_N) $(if $(PEERS),--peers --peers-dir $(PEERS))

# Options: dependencies with hashes, and no address or path of the machine that locked them.
COMPILE = CUSTOM_COMPILE_COMMAND="make lock" $(VENV)/lock/bin/pip-compile --quiet --upgrade --allow-unsafe --strip-extras \
	--generate-hashes --no-emit-index-url --no-emit-find-links --no-emit-trusted-host

lock: $(BIN)/python  ## 重新锁定依赖（requirements*.txt），并在全新环境中验证
	@echo "正在锁定依赖……"
	@$(BIN)/python -m venv $(VENV)/lock
	@$(VENV)/lock/bin/python -m pip -qq install pip-tools==7.6.2
	@$(COMPILE) --only-build-deps --build-deps-for=wheel --output-file=requirements-build.txt pyproject.toml
	@$(COMPILE) --output-file=requirements.txt pyproject.toml
	@$(COMPILE) --extra=test --constraint=requirements.txt --output-file=requirements-test.txt pyproject.toml
	@echo "正在用全新环境验证锁定结果……"
	@rm -rf $(VENV)/proof && $(BIN)/python -m venv $(VENV)/proof
	@$(VENV)/proof/bin/python -m pip -qq install --require-hashes -r requirements-build.txt
	@$(VENV)/proof/bin/python -m pip -qq install --require-hashes --no-build-isolation -r requirements-test.txt
	@rm -rf $(VENV)/proof

clean:  ## 删除环境、网站和一切可以重新生成的文件
	@rm -rf $(VENV) site .gongkai build *.egg-info .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	@rm -rf docs/index.md docs/reports docs/agencies docs/years docs/types docs/themes docs/indicators docs/coverage docs/compare docs/data
	@find generator tests -name __pycache__ -type d -prune -exec rm -rf {} +

$(BIN)/python:
	@found=; \
	for candidate in "$(PYTHON)" python3; do \
		if "$$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then found=$$candidate; break; fi; \
	done; \
	if [ -z "$$found" ]; then \
		echo "错误：没有找到 Python 3.11 或更高版本（试过 $(PYTHON) 和 python3）。" >&2; \
		echo "请先安装 Python 3.11；已安装在别处时，用 make PYTHON=/路径/python3.11 指明。" >&2; exit 1; \
	fi; \
	if ! "$$found" -c 'import ensurepip, venv' 2>/dev/null; then \
		echo "错误：$$found 缺少 venv 模块，无法建立独立环境。" >&2; \
		echo "Debian、Ubuntu、麒麟、统信系统请安装：apt-get install python3-venv" >&2; exit 1; \
	fi; \
	echo "正在建立 Python 环境 $(VENV)/ ……"; \
	"$$found" -m venv $(VENV) || { rm -rf $(VENV); exit 1; }

# One dependency (jieba) exists as source only.  It is built, as is our own editable install, with the locked
# setuptools and not with whatever an isolated build would fetch.  Setuptools then leaves: nothing needs it at run time.
BUILD_TOOLS = $(PIP) install --require-hashes -r requirements-build.txt
OURSELVES = $(PIP) install --no-deps --no-build-isolation --editable . && $(PIP) uninstall --yes setuptools

$(SITE_READY): $(LOCKS) | $(BIN)/python
	@echo "正在安装依赖（首次约一分钟）……"
	@$(BUILD_TOOLS)
	@$(PIP) install --require-hashes --no-build-isolation -r requirements.txt
	@$(OURSELVES)
	@touch $@

# The test lock contains the whole of the site lock, so that one installation serves both.
$(TEST_READY): $(LOCKS) requirements-test.txt | $(BIN)/python
	@echo "正在安装依赖与测试工具（首次约两分钟）……"
	@$(BUILD_TOOLS)
	@$(PIP) install --require-hashes --no-build-isolation -r requirements-test.txt
	@$(OURSELVES)
	@touch $(SITE_READY) $@
